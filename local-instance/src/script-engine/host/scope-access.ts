import { isOpened } from '../../core/segment-policies'
import type { Row, Store, Table } from '../../core/store/types'
import type { PlatformWork } from './platform-work'
import { BridgeError } from './bridge-error'

/** An operation on a table, as in `sys_scope_privilege.operation`. */
export type TableOperation = 'read' | 'create' | 'write' | 'delete'

/** A resource of another scope that a script requests. */
interface Target {
    type: 'sys_db_object' | 'sys_script_include' | 'scriptable'
    name: string
    scope: string
    operation: TableOperation | 'execute'
}

/** Cross-scope access of the scripts of one scope. */
export interface ScopeAccess {
    /** @throws BridgeError `cross_scope` with the platform's text. */
    table(scope: string, table: Table, operation: TableOperation): void
    /** @throws BridgeError `cross_scope` */
    execute(
        scope: string,
        target: { type: 'scriptable' | 'sys_script_include'; name: string; scope: string }
    ): void
    /** The application of a scope; `sysId` and `label` are the scope's name if it has none, as `global`. */
    application(scope: string): Application
    /** Name of a scope by its sys_id. */
    scopeName(sysId: string | null | undefined): string
}

/** An application by its row in sys_scope. */
export interface Application {
    sysId: string
    label: string
    /** Mode of the application's runtime policy, such as `enforcing`; empty without one. */
    runtimePolicy: string
}

/** Cross-scope access of an application. */
interface Scope extends Application {
    tracking: string
    /** Whether a missing privilege is recorded for an administrator to decide. */
    notes: boolean
    /** Kinds of targets that a segment policy opens. */
    opened: ReadonlySet<Target['type']>
    /** Statuses by `type|name|operation`. */
    privileges: Map<string, string>
}

const FLAGS = { read: 'read', create: 'create', write: 'update', delete: 'delete' } as const
const KINDS = { sys_db_object: 'table', sys_script_include: 'script include', scriptable: 'API' } as const

/**
 * A table's access flags must permit the operation, and, depending on the application's runtime access
 * tracking (`sys_scope.runtime_access_tracking`), a `sys_scope_privilege` row as well (DOCS
 * c_RuntimeAccessTracking): with `enforcing` it must be `allowed`, and a missing one is recorded as
 * `requested`; with `permissive` it is recorded as `allowed`; without tracking the flags alone decide.
 *
 * A runtime policy decides instead of the tracking (DOCS arp-modes): in both modes as above, except that an
 * installed application of the store notes nothing while it is enforced. A segment policy opens tables,
 * script includes or scriptable objects as a whole and ends their notes (DOCS create-segment-policy-arp);
 * what is `denied` stays denied.
 */
export function createScopeAccess(parts: { store: Store; platform: PlatformWork }): ScopeAccess {
    const { store, platform } = parts
    let version = -1
    const scopes = new Map<string, Scope>()
    const names = new Map<string, string>()

    const scopeOf = (name: string): Scope => {
        const now = store.metadataVersion()
        if (version !== now) {
            version = now
            scopes.clear()
            names.clear()
        }
        let scope = scopes.get(name)
        if (!scope) scopes.set(name, (scope = platform(() => readScope(store, name))))
        return scope
    }

    const check = (source: string, target: Target): void => {
        if (source === 'global') return
        const scope = scopeOf(source)
        const { label, tracking, notes, opened, privileges } = scope
        if (tracking === '' || tracking === 'none') return
        const key = keyOf(target)
        const status = privileges.get(key)
        if (status === 'allowed') return
        if (status !== 'denied' && opened.has(target.type)) return
        const enforcing = tracking === 'enforcing'
        if (status === undefined && notes) {
            const noted = enforcing ? 'requested' : 'allowed'
            platform(() => note(store, { scope, target, targetScope: idOf(target.scope), status: noted }))
            // Only this row changed, so the scopes need not be reloaded.
            version = store.metadataVersion()
            privileges.set(key, noted)
        }
        if (!enforcing && status !== 'denied') return
        throw new BridgeError(
            'cross_scope',
            `${capital(target.operation)} operation on ${KINDS[target.type]} '${target.name}' from scope '${label}' was ` +
                `denied. The application '${label}' must declare a cross scope access privilege. Please contact the ` +
                'application admin to update their access requests.'
        )
    }

    const idOf = (name: string): string => (name === 'global' ? 'global' : scopeOf(name).sysId)

    return {
        table(source, table, operation) {
            if (source === table.scope) return
            if (!table.crossScope[FLAGS[operation]]) {
                const from = source === 'global' ? 'rhino.global' : source
                const text = `${capital(operation)} operation against '${table.name}' from scope '${from}' has been refused`
                throw new BridgeError('cross_scope', `${text} due to the table's cross-scope access policy`)
            }
            check(source, { type: 'sys_db_object', name: table.name, scope: table.scope, operation })
        },
        execute(source, { type, name, scope }) {
            if (source !== scope) check(source, { type, name, scope, operation: 'execute' })
        },
        application: scopeOf,
        scopeName(sysId) {
            if (!sysId || sysId === 'global') return 'global'
            scopeOf('global')
            let name = names.get(sysId)
            if (name === undefined) {
                name = platform(() => store.get('sys_scope', sysId)?.['scope']) ?? 'global'
                names.set(sysId, name)
            }
            return name
        },
    }
}

function readScope(store: Store, name: string): Scope {
    const row = store.first('sys_scope', `scope=${name}`)
    const sysId = row?.['sys_id'] ?? name
    const privileges = new Map<string, string>()
    for (const privilege of store.query('sys_scope_privilege', { query: `source_scope=${sysId}` })) {
        const key = [privilege['target_type'], privilege['target_name'], privilege['operation']].join('|')
        // One allowing row is enough, unless another row for the same target denies.
        const known = privileges.get(key)
        const status = privilege['status'] ?? 'requested'
        if (known !== 'denied' && (known !== 'allowed' || status === 'denied')) privileges.set(key, status)
    }
    const runtimePolicy = row?.['application_runtime_policy'] ?? ''
    const isStoreApp = row?.['sys_class_name'] === 'sys_store_app'
    return {
        sysId,
        label: row?.['name'] ?? name,
        runtimePolicy,
        tracking: trackingOf(row),
        notes: runtimePolicy !== 'enforcing' || !isStoreApp,
        opened:
            runtimePolicy === 'tracking' || runtimePolicy === 'enforcing'
                ? openedBy(store, sysId)
                : new Set(),
        privileges,
    }
}

function trackingOf(row: Row | undefined): string {
    switch (row?.['application_runtime_policy']) {
        case 'enforcing':
            return 'enforcing'
        case 'tracking':
            return 'permissive'
        default:
            return row?.['runtime_access_tracking'] ?? ''
    }
}

function openedBy(store: Store, application: string): Set<Target['type']> {
    const opened = new Set<Target['type']>()
    if (isOpened(store, application, 'record')) opened.add('sys_db_object')
    for (const type of ['sys_script_include', 'scriptable'] as const)
        if (isOpened(store, application, 'script', type)) opened.add(type)
    return opened
}

function note(
    store: Store,
    {
        scope,
        target,
        targetScope,
        status,
    }: { scope: Scope; target: Target; targetScope: string; status: string }
): void {
    store.insert('sys_scope_privilege', {
        source_scope: scope.sysId,
        target_scope: targetScope,
        target_name: target.name,
        target_type: target.type,
        operation: target.operation,
        status,
        sys_scope: scope.sysId,
    })
}

function keyOf({ type, name, operation }: Target): string {
    return [type, name, operation].join('|')
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1)
}
