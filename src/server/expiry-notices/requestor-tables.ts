import { GlideRecord } from '@servicenow/glide'
import { bestEffort } from '../shared/best-effort'

/**
 * Tables whose records own tokens. The column of oauth_requestor_profile that holds the table is undocumented, so a record
 * is looked up by its sys_id, which is unique across tables.
 */
const TABLES = ['sys_rest_message', 'sys_email_account', 'oauth_2_0_credentials'] as const

/** Tables of records by sys_id; records of other tables are left out. One statement a table. */
export function findTables(requestors: string[]): Map<string, string> {
    const tables = new Map<string, string>()
    let left = requestors
    for (const table of TABLES) {
        if (left.length === 0) break
        bestEffort(() => {
            const record = new GlideRecord(table)
            record.addQuery('sys_id', 'IN', left.join(','))
            record.query()
            while (record.next()) tables.set(record.getUniqueValue(), table)
        })
        left = left.filter((requestor) => !tables.has(requestor))
    }
    return tables
}
