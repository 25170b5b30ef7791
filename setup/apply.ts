import type { Change } from './change'
import { checkStored } from './difference'
import { SetupError } from './setup-error'
import type { TableClient } from './table-client'

/** Result of applying a plan. */
export interface Applied {
    /** Changes made, with the sys_ids of new records. */
    done: Change[]
    /** The failed change and its error; null if none failed. */
    failed: { change: Change; error: SetupError } | null
    /** Changes that were not started. */
    left: Change[]
    /** Columns that are missing from new records. */
    missing: string[]
}

/** Options while changes are made. */
export interface ApplyOptions {
    /** Called after each change. */
    onChange?: (change: Change) => void
    /** Once aborted, the change in progress is completed, and the next one is not started. */
    signal?: AbortSignal
}

/**
 * Makes changes one by one in order, and stops at the first that fails: completed changes stay and are
 * reported, and another run of the setup makes the others. The response to each write is the stored record,
 * which is verified.
 */
export async function applyChanges(
    tables: TableClient,
    changes: readonly Change[],
    { onChange, signal }: ApplyOptions = {}
): Promise<Applied> {
    const applied: Applied = { done: [], failed: null, left: [...changes], missing: [] }
    for (const change of changes) {
        if (signal?.aborted) break
        applied.left.shift()
        try {
            const made = await applyChange(tables, change, applied.missing)
            applied.done.push(made)
            onChange?.(made)
        } catch (error) {
            if (!(error instanceof SetupError)) throw error
            applied.failed = { change, error }
            break
        }
    }
    return applied
}

async function applyChange(tables: TableClient, change: Change, missing: string[]): Promise<Change> {
    const { table, after } = change
    if (change.action === 'delete') {
        await tables.remove(table, change.sysId ?? '')
        return change
    }
    if (change.sysId === null) {
        const created = await tables.create(table, after)
        const lacking = checkStored(table, created, after)
        missing.push(...lacking.map((column) => `${table}.${column}`))
        return { ...change, sysId: created.sys_id }
    }
    checkStored(table, await tables.update(table, change.sysId, after), after)
    return change
}
