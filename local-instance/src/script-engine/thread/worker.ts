import { parentPort, workerData } from 'node:worker_threads'
import { openClock } from '../../core/clock'
import { createLog } from '../../core/log'
import type { LogEntry, ScriptJob } from '../../core/script-host'
import { addRules } from '../../core/store/apply-schema'
import { openStore } from '../../core/store/open-store'
import { newSysId } from '../../core/store/record-id'
import { createRights } from '../../core/store/record-rights'
import { allSchemas } from '../../plugins/all-schemas'
import type { BridgeParts } from '../host/bridge-context'
import { createPlatformWork } from '../host/platform-work'
import { createBusinessRules } from '../host/business-rules'
import { createBridgeHost, type BridgeHost } from '../host/bridge-host'
import { createModules } from '../host/modules'
import { createPrivateProperties } from '../host/private-properties'
import { createScopeAccess } from '../host/scope-access'
import { createScriptIncludes } from '../host/script-includes'
import { openGarbageCollector } from './collect-garbage'
import { createCompiler } from './compiler'
import { openKnownSources } from './findings'
import { createOutboundClient } from '../outbound/outbound-client'
import { openGate } from '../pool/gate'
import {
    CLEAN,
    type JobMessage,
    type ThreadData,
    type ThreadMessage,
    type ThreadOutcome,
} from '../pool/thread-messages'
import { runJob } from './run-job'
import { createBareContext, createSandbox, type Sandbox } from './sandbox'

/** A thread that runs scripts sequentially, with its own connection to the instance's database. */
const { handle, gate: shared, outbound: line } = workerData as ThreadData
const port = parentPort
if (!port) throw new Error('This file must be run as a worker thread')

/** Number of contexts, about 1 MB each, that are discarded before garbage collection. */
const CONTEXTS_PER_COLLECTION = 20
const collectGarbage = openGarbageCollector()
const gate = openGate(shared)
const cells = new Int32Array(shared)
const post = (message: ThreadMessage) => port.postMessage(message)
const clock = openClock(handle.clock)
const known = openKnownSources()
const parts = gate.enter(openParts)
const compiler = createCompiler(createBareContext, known)
const sandboxes = new Map<string, Sandbox>()
let bridge: BridgeHost | undefined
let discardedContexts = 0

function openParts(): BridgeParts {
    const store = openStore(handle)
    addRules(store, allSchemas)
    const log = createLog(store, clock)
    const platform = createPlatformWork(store)
    const access = createScopeAccess({ store, platform })
    const client = createOutboundClient(line, (is, since) => post({ type: 'waiting', is, since }))
    return {
        store,
        clock,
        log,
        platform,
        access,
        rules: createBusinessRules({ store, scopeName: access.scopeName, uncounted: platform }),
        rights: createRights(store),
        modules: createModules({ store, platform, sources: known }),
        scriptIncludes: createScriptIncludes({ store, access, platform }),
        isHiddenProperty: createPrivateProperties({ store, access, platform }),
        outbound: { send: (request) => gate.leave(() => client.send(request)) },
    }
}

/** The context of a scope; replaced as soon as a script has altered it. */
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

/** Immediates run after all promise jobs. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Runs one script; the outcome counts only this script's work. */
async function runScript(job: ScriptJob): Promise<ThreadOutcome> {
    const logged = (entry: LogEntry) => post({ type: 'log', entry })
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
    const circumstances = { sessionId: newSysId(), metadataVersion: parts.store.metadataVersion() }
    const outcome = await runJob(
        { sandbox: sandboxOf(job.scope), bridge: writing, job, circumstances },
        drained
    )
    bridge = undefined
    return outcome
}

/** Runs the guards, then the script itself unless a guard denies it. */
async function runGuarded({ guards = [], ...job }: ScriptJob): Promise<ThreadOutcome> {
    let statements = 0
    for (const guard of guards) {
        const { answer, error, statements: more } = await runScript({ ...job, ...guard, rest: undefined })
        statements += more
        // Or the `answer` of one guard would apply to the next.
        if (!sandboxOf(guard.scope).restoreGlobals()) replace(guard.scope)
        if (error || (answer !== true && answer !== 'true')) {
            return { result: null, refusedBy: guard.label, statements, outboundCalls: 0 }
        }
    }
    const outcome = await runScript(job)
    return { ...outcome, statements: outcome.statements + statements }
}

async function run({ job }: JobMessage): Promise<void> {
    post({ type: 'done', outcome: await runGuarded(job) })
    const findings = known.takeNew()
    if (findings.length > 0) post({ type: 'found', findings })
    for (const scope of new Set([job, ...(job.guards ?? [])].map((script) => script.scope))) cleanUp(scope)
    Atomics.store(cells, CLEAN, 1)
}

function cleanUp(scope: string): void {
    if (!sandboxOf(scope).restore()) replace(scope)
}

/** Discards the context of a scope, and creates another one. */
function replace(scope: string): void {
    sandboxes.delete(scope)
    sandboxOf(scope)
    discardedContexts += 1
    if (discardedContexts % CONTEXTS_PER_COLLECTION === 0) collectGarbage()
}

/** Scopes of the installed apps, so that their first script finds its context ready. */
function prepare(): void {
    const { store } = parts
    const rows = gate.enter(() => (store.dictionary.table('sys_scope') ? store.query('sys_scope') : []))
    for (const scope of ['global', ...rows.map((row) => row['scope'] ?? '').filter(Boolean)]) sandboxOf(scope)
}

// Unhandled rejections of a script are its own; their reasons are objects of its realm and are not inspected.
process.on('unhandledRejection', () => {
    if (bridge) gate.enter(() => bridge?.write('error', 'Unhandled promise rejection'))
})

prepare()
Atomics.store(cells, CLEAN, 1)
let last = Promise.resolve()
port.on('message', (message: JobMessage) => {
    // A failure here is the host's own: the thread ends, and the pool starts another.
    last = last
        .then(() => run(message))
        .catch((error: unknown) => {
            setImmediate(() => {
                throw error
            })
        })
})
post({ type: 'ready' })
