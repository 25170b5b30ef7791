import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import type { MessageContext } from './message-template'
import type { Totals } from './totals'

/** An event that is being processed. */
export interface ProcessedEvent {
    row: Row
    node: number
    totals: Totals
}

/** The record, parameters and base URL available to an event's scripts and texts. */
export function contextOf({ store, url }: Host, row: Row): MessageContext {
    const { table, instance } = row
    const record = table && instance && store.dictionary.table(table) ? store.get(table, instance) : undefined
    return {
        store,
        record: record && table ? { table, row: record } : undefined,
        event: { name: row['name'] ?? '', parm1: row['parm1'] ?? '', parm2: row['parm2'] ?? '' },
        url: url(),
    }
}

/** `event` and `current` of an event's scripts. */
export function eventBindings(row: Row, { record, event }: MessageContext) {
    return {
        event: { ...event, sysId: row['sys_id'] ?? '' },
        ...(record ? { current: { table: record.table, sysId: record.row['sys_id'] ?? '' } } : {}),
    }
}
