import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, type Clock } from '../../../../src/core/clock'
import { createLog } from '../../../../src/core/log'
import { createPrincipals } from '../../../../src/core/principals'
import type { LogEntry, ScriptJob } from '../../../../src/core/script-host'
import { applySchemas } from '../../../../src/core/store/apply-schema'
import { createStore } from '../../../../src/core/store/open-store'
import { createRights } from '../../../../src/core/store/record-rights'
import type { Row, Store } from '../../../../src/core/store/types'
import { allSchemas } from '../../../../src/plugins/all-schemas'
import { createPlatformWork } from '../../../../src/script-engine/host/platform-work'
import { createBusinessRules } from '../../../../src/script-engine/host/business-rules'
import { createBridgeHost } from '../../../../src/script-engine/host/bridge-host'
import { createModules } from '../../../../src/script-engine/host/modules'
import { createPrivateProperties } from '../../../../src/script-engine/host/private-properties'
import { createScopeAccess } from '../../../../src/script-engine/host/scope-access'
import { createScriptIncludes } from '../../../../src/script-engine/host/script-includes'
import type { BridgeFunction } from '../../../../src/script-engine/bridge/bridge'
import { NOW } from './memory-bridge'
import { createRuntimeContext, type JobOptions } from './runtime-context'

/** The app's scope in these tests. */
export const SCOPE = 'x_opfi_openfin'

/** A new instance's database with a test scope, and scripts that use it through the host's bridge. */
export interface StoreContext {
    store: Store
    clock: Clock
    log: LogEntry[]
    /** Runs a script in a new context; throws what it threw. */
    value(source: string, options?: JobOptions & { user?: string }): string | null
    /** Like {@link value}, for scripts whose last value is JSON. */
    json(source: string, options?: JobOptions & { user?: string }): unknown
    /** The host side of the bridge for a new job of the scope, run by `admin`. */
    bridge(): BridgeFunction
    /** Number of SQL statements of a script's own calls. */
    statements(source: string): number
    close(): void
}

/** The scope's own table: a name, a number, a flag, a reference, a choice and a time. */
const THING = {
    name: `${SCOPE}_thing`,
    label: 'Thing',
    scope: SCOPE,
    columns: [
        { name: 'name', type: 'string', display: true, label: 'Name' },
        { name: 'code', type: 'string', unique: true },
        { name: 'count', type: 'integer', defaultValue: '7' },
        { name: 'active', type: 'boolean', defaultValue: '1' },
        { name: 'owner', type: 'reference', reference: 'sys_user' },
        { name: 'state', type: 'choice', choices: { '1': 'New', '2': 'Done' } },
        { name: 'due', type: 'glide_date_time' },
    ],
}

/** Creates a separate database; release it with close(). */
export function createStoreContext(): StoreContext {
    const folder = mkdtempSync(join(tmpdir(), 'glide-'))
    const clock = createClock({ now: NOW, frozen: true })
    const store = createStore({ file: join(folder, 'instance.db'), clock })
    applySchemas(store, allSchemas, clock)
    store.insert('sys_scope', { scope: SCOPE, name: 'OpenFin' })
    store.define(THING)
    const log: LogEntry[] = []
    const platform = createPlatformWork(store)
    const systemLog = createLog(store, clock)
    const access = createScopeAccess({ store, platform })
    const parts = {
        store,
        clock,
        platform,
        access,
        log: systemLog,
        rights: createRights(store),
        rules: createBusinessRules({ store, scopeName: access.scopeName, uncounted: platform }),
        modules: createModules({ store, platform }),
        scriptIncludes: createScriptIncludes({ store, access, platform }),
        isHiddenProperty: createPrivateProperties({ store, access, platform }),
        outbound: {
            send: () => {
                throw new Error('These tests send nothing')
            },
        },
    }

    const open = ({
        source = '',
        scope = SCOPE,
        user = 'admin',
    }: {
        source?: string
        scope?: string
        user?: string
    }) => {
        const record = store.first('sys_user', `user_name=${user}`) as Row
        const principal = createPrincipals(store).principalOf(record['sys_id'] ?? '', 'session')
        if (!principal) throw new Error(`No such user: ${user}`)
        const job: ScriptJob = { scope, source, label: 'test', user: principal, clientIp: '192.0.2.7' }
        return { principal, host: createBridgeHost(parts, job, (entry) => log.push(entry)) }
    }
    const run = (source: string, options: JobOptions & { user?: string } = {}) => {
        const { transaction, user, ...rest } = options
        const scope = transaction?.scope ?? SCOPE
        const { principal, host } = open({ source, scope, ...(user !== undefined && { user }) })
        const value = createRuntimeContext(host.call).value(source, {
            ...rest,
            transaction: { ...transaction, scope, userId: principal.userId, userName: principal.userName },
        })
        return { value, statements: host.statements }
    }
    return {
        store,
        clock,
        log,
        bridge: () => open({}).host.call,
        value: (source, options) => run(source, options).value,
        json: (source, options) => JSON.parse(run(source, options).value ?? 'null') as unknown,
        statements: (source) => run(source).statements,
        close() {
            store.close()
            rmSync(folder, { recursive: true, force: true })
        },
    }
}
