import type { RecordWrite, WriteOutcome } from '../../../core/script-host'
import { BridgeRefusal, type ScopeHost } from '../scope-bridge'
import type { RecordWriter } from './record-writer'

/** Makes a Table API write with the business rules of its table; returns the row as stored. */
export function writeRecord(host: ScopeHost, rules: RecordWriter, write: RecordWrite): WriteOutcome {
    const table = host.table(write.table)
    if (!table) return { row: null }
    const target = { host, table, workflow: true }
    const read = (sysId: string) =>
        host.call('query', { table: table.name, query: `sys_id=${sysId}`, limit: 1 })[0] ?? null
    try {
        if (write.operation === 'insert') {
            const row = rules.insert(target, write.values)
            return { row: row && (read(row['sys_id'] ?? '') ?? row) }
        }
        const stored = read(write.sysId)
        if (!stored) return { row: null }
        if (write.operation === 'delete') return { row: rules.delete(target, stored) ? stored : null }
        const row = rules.update(target, stored, write.values)
        return { row: row && (read(write.sysId) ?? row) }
    } catch (error) {
        if (!(error instanceof BridgeRefusal)) throw error
        return { row: null, refusal: { code: error.code, message: error.message } }
    }
}
