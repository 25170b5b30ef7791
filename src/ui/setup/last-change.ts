import type { Change } from '../../../setup/change'

/** Changes that can be undone, kept by the browser so that they survive a reload. */
export interface LastChange {
    changes: Change[]
    /** False after a failure midway: what completes it is undone together with it. */
    complete: boolean
}

const KEY = 'x_opfi_openfin.setup.last_change'
const TABLES: readonly string[] = ['oauth_entity', 'sys_cors_rule', 'sys_properties']
const ACTIONS: readonly string[] = ['create', 'update', 'deactivate', 'delete']

/** The last change of this browser; null if there is none, or what is kept is none. */
export function readLastChange(storage: Storage = window.localStorage): LastChange | null {
    try {
        const kept = JSON.parse(storage.getItem(KEY) ?? 'null') as LastChange | null
        if (!Array.isArray(kept?.changes) || kept.changes.length === 0) return null
        return kept.changes.every(isChange) ? kept : null
    } catch {
        return null
    }
}

/** Keeps what was changed: added to a change that failed midway, in the place of a complete one. */
export function keepLastChange(
    { changes, complete }: LastChange,
    storage: Storage = window.localStorage
): void {
    const former = readLastChange(storage)
    const all = former && !former.complete ? [...former.changes, ...changes] : changes
    storeLastChange({ changes: all, complete }, storage)
}

/** Replaces what is kept; nothing is kept of an empty change. */
export function storeLastChange(change: LastChange, storage: Storage = window.localStorage): void {
    if (change.changes.length === 0) storage.removeItem(KEY)
    else storage.setItem(KEY, JSON.stringify(change))
}

function isChange(value: unknown): value is Change {
    const { table, sysId, name, action, before, after } = Object(value) as Record<string, unknown>
    return (
        TABLES.includes(String(table)) &&
        ACTIONS.includes(String(action)) &&
        /^[0-9a-f]{32}$/.test(String(sysId)) &&
        typeof name === 'string' &&
        [before, after].every((values) => typeof values === 'object' && values !== null)
    )
}
