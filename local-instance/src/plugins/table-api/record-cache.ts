import type { Row, Store } from '../../core/store/types'

/** Records fetched with one statement; SQLite takes more, but the texts get long. */
export const BATCH = 500

/** Records that other records refer to, fetched many at a time, so that a list costs no query a row. */
export interface RecordCache {
    /** Makes sure that these records are there, as far as they exist. */
    load(table: string, sysIds: Iterable<string>): void
    /** A record loaded before. */
    get(table: string, sysId: string): Row | undefined
}

/** A cache for one request. */
export function createRecordCache(store: Store): RecordCache {
    const tables = new Map<string, Map<string, Row | undefined>>()
    return {
        load(table, sysIds) {
            const records = tables.get(table) ?? new Map<string, Row | undefined>()
            tables.set(table, records)
            // Only what can be a sys_id is looked for: a comma would make it two, a caret another condition.
            const missing = [...new Set(sysIds)].filter((id) => !records.has(id) && /^[\w-]{1,32}$/.test(id))
            for (let at = 0; at < missing.length; at += BATCH) {
                const ids = missing.slice(at, at + BATCH)
                for (const id of ids) records.set(id, undefined)
                for (const row of store.query(table, { query: `sys_idIN${ids.join(',')}` })) {
                    records.set(row['sys_id'] ?? '', row)
                }
            }
        },
        get: (table, sysId) => tables.get(table)?.get(sysId),
    }
}
