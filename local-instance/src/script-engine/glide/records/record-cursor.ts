import type { ColumnDefinition, Row } from '../../../core/store/types'
import type { TableView } from '../../bridge/bridge'
import { columnOf } from './field-path'
import type { ScopeHost } from '../scope-bridge'
import { toStored } from '../values'

/** State of a GlideRecord: the rows of its query, the current row, and the script's changes to it. */
export class RecordCursor {
    readonly host: ScopeHost
    readonly table: TableView
    /** Remaining rows of the last query. */
    #rows: Row[] = []
    #position = -1
    #stored: Row | null = null
    #changes: Row = {}
    /** The row that a business rule's `current` is compared with, if it is not the stored row. */
    #before: Row | undefined
    isNew = false

    constructor(host: ScopeHost, table: TableView) {
        this.host = host
        this.table = table
    }

    get count(): number {
        return this.#rows.length
    }

    /** The row as stored, with the script's changes. */
    get row(): Row {
        return { ...this.#stored, ...this.#changes }
    }

    get changes(): Row {
        return { ...this.#changes }
    }

    /** The row as stored; null if there is no current row. */
    get stored(): Row | null {
        return this.#stored && { ...this.#stored }
    }

    /** True if the current row was found by a query or written. */
    get isStored(): boolean {
        return this.#stored !== null
    }

    load(rows: Row[]): void {
        this.#rows = rows
        this.#position = -1
        this.#stored = null
        this.#changes = {}
        this.#before = undefined
        this.isNew = false
    }

    hasNext(): boolean {
        return this.#position + 1 < this.#rows.length
    }

    /** Moves to the next row; after the last one there is no current row. */
    next(): boolean {
        const row = this.hasNext() ? (this.#rows[this.#position + 1] as Row) : null
        if (row) this.#position++
        this.standOn(row)
        return row !== null
    }

    /** Sets the current row, without changes. */
    standOn(row: Row | null): void {
        this.#stored = row
        this.#changes = {}
        this.#before = undefined
        this.isNew = false
    }

    /** Sets the current row during a write; `before` is the previous state of the row, empty if it is new. */
    standOnChange({ stored, changes, before }: { stored: Row | null; changes: Row; before: Row }): void {
        this.standOn(stored)
        this.#changes = { ...changes }
        this.#before = before
    }

    column(name: string): ColumnDefinition | undefined {
        return columnOf(this.table, name)
    }

    value(name: string): string | null {
        const own = this.#changes[name]
        return (own === undefined ? this.#stored?.[name] : own) ?? null
    }

    previous(name: string): string | null {
        return this.#stored?.[name] ?? null
    }

    /** The value that {@link changed} compares with. */
    before(name: string): string | null {
        return (this.#before ?? this.#stored)?.[name] ?? null
    }

    changed(name: string): boolean {
        return (this.#before !== undefined || name in this.#changes) && this.value(name) !== this.before(name)
    }

    /** Changes a column's value; unknown columns are ignored with a warning. */
    set(name: string, value: unknown): void {
        const column = this.column(name)
        if (!column) {
            this.host.warn(`Invalid field name ${name} for table ${this.table.name}`)
            return
        }
        this.#changes[name] = toStored(value, column)
    }
}
