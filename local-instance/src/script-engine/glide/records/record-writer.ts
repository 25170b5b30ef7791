import type { Row } from '../../../core/store/types'
import type { RuleOperation, TableView } from '../../bridge/bridge'
import type { ScopeHost } from '../scope-bridge'

/** Where a write is made from, and to. */
export interface WriteTarget {
    /** The scope that writes. */
    host: ScopeHost
    table: TableView
    /** Business rules run. */
    workflow: boolean
}

/** Writes records, with the business rules of their table where it has some. */
export interface RecordWriter {
    /** @throws BridgeRefusal with the store's codes, and `aborted` where a rule aborted the write. */
    insert(target: WriteTarget, values: Row): Row | null
    /** Null where the record is gone. A write that changes nothing runs no rules (setForceUpdate of the platform). */
    update(target: WriteTarget, stored: Row, changes: Row): Row | null
    /** False where the record is gone. */
    delete(target: WriteTarget, stored: Row): boolean
    /** True where writes have to go row by row. */
    has(table: TableView, operation: RuleOperation): boolean
}
