import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, type Clock } from '../../src/core/clock'
import type { Principal } from '../../src/core/principal'
import type { ScriptJob, ScriptOutcome } from '../../src/core/script-host'
import { applySchemas } from '../../src/core/store/apply-schema'
import { createStore } from '../../src/core/store/open-store'
import type { Row, Store, TableDefinition } from '../../src/core/store/types'
import { allSchemas } from '../../src/plugins/all-schemas'
import { createScriptHost, type ClosableScriptHost } from '../../src/script-engine/pool/create-script-host'

/** A store with script threads, without the server. */
export interface ScriptInstance {
    store: Store
    clock: Clock
    scripts: ClosableScriptHost
    admin: Principal
    /** Runs a script, by default as `admin` in the scope `global`. */
    run(source: string, options?: Partial<ScriptJob>): Promise<ScriptOutcome>
    /** The result of a script that must not fail. */
    result(source: string, options?: Partial<ScriptJob>): Promise<string | null>
    close(): Promise<void>
}

/** Starts an instance's script threads on a separate database. */
export function startScriptInstance({ nodes = 1 }: { nodes?: number } = {}): ScriptInstance {
    const folder = mkdtempSync(join(tmpdir(), 'scripts-host-'))
    const clock = createClock()
    const store = createStore({ file: join(folder, 'instance.db'), clock })
    applySchemas(store, allSchemas, clock)
    const scripts = createScriptHost({ handle: store.handle, nodes })
    const admin = principal(store, 'admin', ['admin'])
    const run = (source: string, options: Partial<ScriptJob> = {}) =>
        scripts.run({
            scope: 'global',
            source,
            label: 'test',
            user: admin,
            clientIp: '127.0.0.1',
            ...options,
        })
    return {
        store,
        clock,
        scripts,
        admin,
        run,
        async result(source, options) {
            const outcome = await run(source, options)
            if (outcome.error) throw new Error(`${outcome.error.code}: ${outcome.error.message}`)
            return outcome.result
        },
        async close() {
            await scripts.close()
            store.close()
            rmSync(folder, { recursive: true, force: true })
        },
    }
}

/** A user as a script's principal. */
export function principal(store: Store, userName: string, roles: string[]): Principal {
    const row = store.first('sys_user', `user_name=${userName}`)
    return { userId: row?.['sys_id'] ?? '', userName, roles: new Set(roles), by: 'basic' }
}

/** Adds an application; returns the sys_id of its scope. */
export function addApp(store: Store, scope: string, tracking: '' | 'permissive' | 'enforcing'): string {
    const row = store.insert('sys_app', { scope, name: `App ${scope}`, runtime_access_tracking: tracking })
    return row['sys_id'] ?? ''
}

/** Adds a table with one text column to a scope. */
export function addTable(store: Store, name: string, more: Partial<TableDefinition> = {}): void {
    store.define({ name, label: name, columns: [{ name: 'word', type: 'string', maxLength: 40 }], ...more })
}

/** Adds a cross-scope privilege of an application. */
export function addPrivilege(store: Store, values: Row): void {
    store.insert('sys_scope_privilege', {
        target_scope: 'global',
        target_type: 'sys_db_object',
        operation: 'read',
        status: 'allowed',
        ...values,
    })
}
