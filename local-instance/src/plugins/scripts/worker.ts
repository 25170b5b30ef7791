import { parentPort, workerData } from 'node:worker_threads'
import { openClock } from '../../core/clock'
import { createLog } from '../../core/log'
import type { LogEntry } from '../../core/script-host'
import { addRules } from '../../core/store/apply-schema'
import { openStore } from '../../core/store/open-store'
import { newSysId } from '../../core/store/record-id'
import { createRights } from '../../core/store/record-rights'
import { allSchemas } from '../all-schemas'
import { createPlatformWork, type BridgeParts } from './bridge-host/bridge-context'
import { createBridgeHost, type BridgeHost } from './bridge-host/bridge-host'
import { createModules } from './bridge-host/modules'
import { createScopeAccess } from './bridge-host/scope-access'
import { createScriptIncludes } from './bridge-host/script-includes'
import { createCompiler } from './compiler'
import { createOutboundClient } from './outbound/outbound-client'
import { openGate } from './pool/gate'
import type { JobMessage, ThreadData, ThreadMessage } from './pool/messages'
import { runJob } from './run-job'
import { createBareContext, createSandbox, type Sandbox } from './sandbox'

/** A thread that runs scripts, one after the other, with its own connection to the instance's database. */
const { handle, gate: shared, outbound: line } = workerData as ThreadData
const port = parentPort
if (!port) throw new Error('This file is the entry of a worker thread')

const gate = openGate(shared)
const tell = (message: ThreadMessage) => port.postMessage(message)
const clock = openClock(handle.clock)
const parts = gate.enter(openParts)
const compiler = createCompiler(createBareContext)
const sandboxes = new Map<string, Sandbox>()
let bridge: BridgeHost | undefined

function openParts(): BridgeParts {
    const store = openStore(handle)
    addRules(store, allSchemas)
    const log = createLog(store, clock)
    const platform = createPlatformWork(store)
    const access = createScopeAccess({ store, platform })
    const client = createOutboundClient(line, (is) => tell({ type: 'waiting', is }))
    return {
        store,
        clock,
        log,
        platform,
        access,
        rights: createRights(store),
        modules: createModules({ store, platform }),
        scriptIncludes: createScriptIncludes({ store, access, platform }),
        outbound: { send: (request) => gate.leave(() => client.send(request)) },
    }
}

/** The context of a scope; where a script spoilt the last one, a new one was made then. */
function sandboxOf(scope: string): Sandbox {
    let sandbox = sandboxes.get(scope)
    if (!sandbox) {
        sandbox = createSandbox({
            call(operation, json, asking) {
                const current = bridge
                if (!current) return '{"error":{"code":"refused","message":"The transaction has ended"}}'
                return gate.enter(() => current.call(operation, json, asking))
            },
            now: () => clock.now(),
            compiler,
        })
        sandboxes.set(scope, sandbox)
    }
    return sandbox
}

/** Immediates come after all promise jobs. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve))

async function run({ job }: JobMessage): Promise<void> {
    const sandbox = sandboxOf(job.scope)
    const logged = (entry: LogEntry) => tell({ type: 'log', entry })
    const own = (bridge = createBridgeHost(parts, job, logged))
    const writing: BridgeHost = {
        ...own,
        write: (level, message) => gate.enter(() => own.write(level, message)),
    }
    Object.defineProperties(writing, {
        rest: { get: () => own.rest },
        statements: { get: () => own.statements },
        outboundCalls: { get: () => own.outboundCalls },
    })
    const outcome = await runJob({ sandbox, bridge: writing, job, sessionId: newSysId() }, drained)
    bridge = undefined
    tell({ type: 'done', outcome })
    if (!sandbox.restore()) {
        sandboxes.delete(job.scope)
        sandboxOf(job.scope)
    }
}

/** Scopes of the apps that are there, so that their first script finds its context ready. */
function prepare(): void {
    const { store } = parts
    const rows = gate.enter(() => (store.dictionary.table('sys_scope') ? store.query('sys_scope') : []))
    for (const scope of ['global', ...rows.map((row) => row['scope'] ?? '').filter(Boolean)]) sandboxOf(scope)
}

// Rejections that a script leaves unhandled are its own; their reasons are objects of its realm and not looked at.
process.on('unhandledRejection', () => {
    if (bridge) gate.enter(() => bridge?.write('error', 'A promise was rejected and nothing handles it'))
})

prepare()
let last = Promise.resolve()
port.on('message', (message: JobMessage) => {
    last = last.then(() => run(message))
})
tell({ type: 'ready' })
