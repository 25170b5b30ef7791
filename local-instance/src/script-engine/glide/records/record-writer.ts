import type { Row } from '../../../core/store/types'
import type { RuleOperation, TableView } from '../../bridge/bridge'
import type { ScopeHost } from '../scope-bridge'

/** Source and target of a write. */
export interface WriteTarget {
    /** The scope that writes. */
    host: ScopeHost
    table: TableView
    /** Whether business rules run. */
    workflow: boolean
}

/** Writes records, with the business rules of their table, if any. */
export interface RecordWriter {
    /** @throws BridgeRefusal with the store's codes, and `aborted` if a rule aborted the write. */
    insert(target: WriteTarget, values: Row): Row | null
    /**
     * Null if the record no longer exists. A write that changes nothing runs no rules (setForceUpdate of the
     * platform).
     */
    update(target: WriteTarget, stored: Row, changes: Row): Row | null
    /** False if the record no longer exists. */
    delete(target: WriteTarget, stored: Row): boolean
    /** True if records must be written one by one. */
    has(table: TableView, operation: RuleOperation): boolean
}
