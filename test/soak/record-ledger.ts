/** Tables that the clients write to. */
export type WrittenTable = 'incident' | 'sn_bom_financial_service'

/** A record that a client created or tried to create. */
export interface RecordEntry {
    readonly table: WrittenTable
    /** Unique marker in its short description. */
    readonly marker: string
    readonly user: string
    /** `refused`: it must not exist. `in doubt`: there was no response. */
    state: 'acknowledged' | 'refused' | 'in doubt'
    sysId: string
    /** Last acknowledged value. */
    value: string
    /** Values sent since without a response. */
    doubts: string[]
    /** Number of acknowledged updates, and of updates without a response. */
    updates: number
    doubtfulUpdates: number
}

/** Records each write and whether it was acknowledged. */
export class RecordLedger {
    readonly entries: RecordEntry[] = []

    /** A record is about to be created. */
    creating(entry: Pick<RecordEntry, 'table' | 'marker' | 'user' | 'value'>): RecordEntry {
        const made: RecordEntry = {
            ...entry,
            state: 'in doubt',
            sysId: '',
            doubts: [],
            updates: 0,
            doubtfulUpdates: 0,
        }
        this.entries.push(made)
        return made
    }

    /** Outcome of an update. */
    updated(entry: RecordEntry, value: string, outcome: RecordEntry['state']): void {
        if (outcome === 'acknowledged') {
            entry.value = value
            entry.doubts = []
            entry.updates += 1
        } else if (outcome === 'in doubt') {
            entry.doubts.push(value)
            entry.doubtfulUpdates += 1
        }
    }
}

/** A row as found. */
export interface FoundRow {
    sys_id: string
    short_description: string
    description: string
    sys_created_by: string
    sys_mod_count: string
}

/** The problem with the rows that carry an entry's marker; undefined if they are as expected. */
export function judgeRows(entry: RecordEntry, rows: FoundRow[]): string | undefined {
    const [row] = rows
    if (rows.length > 1) return 'a created record is there twice'
    if (entry.state === 'refused') return row && 'a refused record was created'
    if (!row) return entry.state === 'acknowledged' ? 'an acknowledged record is lost' : undefined
    if (entry.sysId && row.sys_id !== entry.sysId) return 'an acknowledged record has another sys_id'
    if (row.sys_created_by !== entry.user) return 'a record was created as another user'
    if (row.description !== entry.value && !entry.doubts.includes(row.description)) {
        return 'an acknowledged update is lost'
    }
    const updates = Number(row.sys_mod_count)
    if (updates < entry.updates) return 'an acknowledged update was not made'
    if (updates > entry.updates + entry.doubtfulUpdates) return 'an update was made twice'
    return undefined
}
