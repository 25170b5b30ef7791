import type { Row, Store } from '../../core/store/types'

/** Maximum number of records fetched with one statement; SQLite allows more, but the SQL gets long. */
export const BATCH = 500

/** Referenced records, fetched in batches, so that a list needs no query per row. */
export interface RecordCache {
    /** Loads these records, as far as they exist. */
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
            // Only valid sys_ids are queried: a comma would add a value, a caret a condition.
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
