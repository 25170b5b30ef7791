import type { Row } from '../../../core/store/types'
import type { RuleOperation, TableView } from '../../bridge/bridge'
import type { RecordParts } from './record-parts'

/** A write in progress through the business rules of its table, each of which may modify or abort it. */
export class RecordChange {
    readonly table: TableView
    readonly operation: RuleOperation
    /** The stored row; null while a new record is not written yet. */
    #stored: Row | null
    /** The row before the write; empty for a new record. */
    readonly before: Row
    #changes: Row
    /** Name of the rule that aborted it, as in the platform's message. */
    abortedBy: string | undefined

    constructor(
        table: TableView,
        operation: RuleOperation,
        { stored, changes }: { stored: Row | null; changes: Row }
    ) {
        this.table = table
        this.operation = operation
        this.#stored = stored
        this.before = stored ?? {}
        this.#changes = changes
    }

    get sysId(): string {
        return this.row['sys_id'] ?? ''
    }

    /** The record as visible to rules. */
    get row(): Row {
        return { ...this.#stored, ...this.#changes }
    }

    /** The values to write. */
    get changes(): Row {
        return { ...this.#changes }
    }

    /** Marks the row as written; rules that run afterwards see the stored row. */
    written(row: Row): void {
        this.#stored = row
        this.#changes = {}
    }

    /** Passes the record to a rule. */
    lend(parts: RecordParts): void {
        parts.operation = this.operation
        parts.aborted = this.abortedBy !== undefined
        parts.cursor.standOnChange({
            stored: this.#stored,
            changes: this.#changes,
            before: this.before,
        })
        parts.cursor.isNew = this.#stored === null
    }

    /** Takes over the values that the rule set. */
    takeBack(parts: RecordParts): void {
        this.#changes = parts.cursor.changes
    }
}
