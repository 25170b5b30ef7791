/** Tables that the clients write to. */
export type WrittenTable = 'incident' | 'sn_bom_financial_service'

/** A record that a client made, or tried to make. */
export interface RecordEntry {
    readonly table: WrittenTable
    /** In its short description, and in no other record's. */
    readonly marker: string
    readonly user: string
    /** `refused`: it must not be there. `in doubt`: no answer came. */
    state: 'acknowledged' | 'refused' | 'in doubt'
    sysId: string
    /** Last value that was acknowledged. */
    value: string
    /** Values sent since, to which no answer came. */
    doubts: string[]
    /** How many updates were acknowledged, and to how many no answer came. */
    updates: number
    doubtfulUpdates: number
}

/** Remembers each write and whether it was acknowledged. */
export class RecordLedger {
    readonly entries: RecordEntry[] = []

    /** A record is about to be made. */
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

    /** What came of an update. */
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

/** A row as it is found. */
export interface FoundRow {
    sys_id: string
    short_description: string
    description: string
    sys_created_by: string
    sys_mod_count: string
}

/** What is wrong with the rows that carry an entry's marker; undefined where they are as they must be. */
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
