import { applyChanges, type Applied, type ApplyOptions } from './apply'
import type { Change } from './change'
import { SetupError } from './setup-error'
import type { TableClient, TableRow } from './table-client'

/** Changes that undo would make. */
export interface UndoPlan {
    changes: Change[]
    /** Names of records that were changed or deleted since: they are left unchanged. */
    kept: string[]
}

/**
 * Plans to undo changes in reverse order: former values are restored, and new records are deleted. A record
 * that was changed since is left unchanged. Reads the current values, and writes nothing.
 *
 * @throws SetupError
 */
export async function planUndo(tables: TableClient, done: readonly Change[]): Promise<UndoPlan> {
    const plan: UndoPlan = { changes: [], kept: [] }
    for (const change of [...done].reverse()) {
        const { table, sysId, name, after } = change
        if (sysId === null || change.action === 'delete') continue
        const columns = Object.keys(after)
        const [row] = await tables.query(table, `sys_id=${sysId}`, columns)
        if (!row || !holds(row, after)) {
            plan.kept.push(name)
            continue
        }
        const created = change.action === 'create'
        plan.changes.push({
            ...{ table, sysId, name, before: after },
            action: created ? 'delete' : 'update',
            after: created ? {} : change.before,
        })
    }
    return plan
}

/**
 * Undoes changes. A new record that may not be deleted is deactivated instead.
 *
 * @throws SetupError if the current state cannot be read
 */
export async function undoChanges(
    tables: TableClient,
    done: readonly Change[],
    options: ApplyOptions = {}
): Promise<Applied & { kept: string[] }> {
    const { changes, kept } = await planUndo(tables, done)
    const undone = await applyChanges(withDeactivation(tables), changes, options)
    return { ...undone, kept }
}

/** On the platform, `delete` is a separate right. */
function withDeactivation(tables: TableClient): TableClient {
    return {
        ...tables,
        async remove(table, sysId) {
            try {
                await tables.remove(table, sysId)
            } catch (error) {
                if (!(error instanceof SetupError) || error.code !== 'not_authorized') throw error
                await tables.update(table, sysId, { active: false })
            }
        },
    }
}

function holds(row: TableRow, values: Change['after']): boolean {
    return Object.entries(values).every(
        ([column, value]) => row[column] === undefined || row[column] === String(value)
    )
}
