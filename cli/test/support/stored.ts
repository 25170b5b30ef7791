import { createHash } from 'node:crypto'
import type { LocalInstance } from 'openfin-servicenow-local-instance'

/** Columns that every write changes. */
const BOOKKEEPING = new Set(['sys_updated_on', 'sys_updated_by', 'sys_mod_count'])

/** A digest of the rows of each table, or of those that are named, to see which tables changed. */
export function digestsOf(
    { records: store }: LocalInstance,
    tables?: readonly string[]
): Map<string, string> {
    return new Map(
        (tables ?? store.dictionary.tables().map(({ name }) => name)).map((name) => {
            const rows = store
                .query(name)
                .map((row) =>
                    JSON.stringify(Object.entries(row).filter(([column]) => !BOOKKEEPING.has(column)))
                )
            return [name, createHash('sha256').update(rows.sort().join('\n')).digest('hex')]
        })
    )
}

/** Tables that differ. */
export function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
    return [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name)
}
