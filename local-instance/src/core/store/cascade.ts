import { quoted, type SqlValue } from './database'
import type { StoreParts } from './parts'
import { StoreError, type Table, type WriteContext } from './types'

/** Records to be deleted, as an SQL condition on a column that may reference them. */
export interface Deleted {
    /** What the column's value is compared with, such as `= ?`. */
    compared: string
    values: SqlValue[]
}

/** Deletes one record of exactly that class. */
export type DeleteRow = (table: Table, sysId: string) => void

/**
 * Applies the cascade rule of each reference column to records that reference deleted ones (DOCS
 * t_CascadeDeleteRules): they are deleted, restrict the deletion or, in most cases, have the reference
 * cleared. Application installs delete and re-create records, and leave references unchanged.
 *
 * @throws StoreError `refused` where a reference restricts the deletion
 */
export function cascade(
    parts: StoreParts,
    table: Table,
    { compared, values }: Deleted,
    { context, deleteRow }: { context: WriteContext; deleteRow: DeleteRow }
): void {
    if (context.reason === 'deployment') return
    const { database } = parts
    const referring = referringColumns(parts, table)
    for (const { owner, column, rule } of referring) {
        if (rule !== 'restrict') continue
        const sql = `SELECT 1 FROM ${quoted(owner.name)} WHERE ${quoted(column)} ${compared} LIMIT 1`
        if (database.all(sql, values).length > 0)
            throw new StoreError(
                'refused',
                `The record is referenced by records of ${owner.name}, which restrict its deletion`
            )
    }
    for (const { owner, column, rule } of referring) {
        const where = `${quoted(column)} ${compared}`
        if (rule === 'delete') {
            const rows = database.all(`SELECT "sys_id" FROM ${quoted(owner.name)} WHERE ${where}`, values)
            for (const [sysId] of rows) deleteRow(owner, String(sysId))
        } else if (rule === 'clear') {
            database.run(`UPDATE ${quoted(owner.name)} SET ${quoted(column)} = NULL WHERE ${where}`, values)
        }
    }
}

interface Referring {
    owner: Table
    column: string
    rule: 'clear' | 'delete' | 'restrict'
}

const RULES: Partial<Record<string, Referring['rule']>> = {
    delete: 'delete',
    cascade: 'delete',
    delete_no_workflow: 'delete',
    restrict: 'restrict',
}

/** By table; the dictionary rebuilds its table objects on every change. */
const known = new WeakMap<Table, Referring[]>()

function referringColumns({ dictionary }: StoreParts, table: Table): Referring[] {
    const before = known.get(table)
    if (before) return before
    const found: Referring[] = []
    known.set(table, found)
    for (const owner of dictionary.tables()) {
        for (const { name, type, reference, cascadeRule } of owner.columns.values()) {
            if (type !== 'reference' || !reference || !table.lineage.includes(reference)) continue
            found.push({ owner, column: name, rule: RULES[cascadeRule ?? ''] ?? 'clear' })
        }
    }
    return found
}
