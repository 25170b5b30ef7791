import type { Row } from '../../../core/store/types'
import type { RuleOperation, TableView } from '../../bridge/bridge'
import type { RecordParts } from './record-parts'

/** A write on its way through the business rules of its table, each of which may alter or abort it. */
export class RecordChange {
    readonly table: TableView
    readonly operation: RuleOperation
    /** The stored row; null while a new record is not written yet. */
    #stored: Row | null
    /** The row before the write; empty for a new record. */
    readonly before: Row
    #changes: Row
    /** The rule that aborted it, as the platform's text names it. */
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

    /** The record as rules see it. */
    get row(): Row {
        return { ...this.#stored, ...this.#changes }
    }

    /** What there is to write. */
    get changes(): Row {
        return { ...this.#changes }
    }

    /** The row was written; rules that run after it see it so. */
    written(row: Row): void {
        this.#stored = row
        this.#changes = {}
    }

    /** Lends the record to a rule. */
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

    /** Takes it back with what the rule set. */
    takeBack(parts: RecordParts): void {
        this.#changes = parts.cursor.changes
    }
}
