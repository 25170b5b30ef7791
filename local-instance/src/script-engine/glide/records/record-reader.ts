import { escapeTerm } from './join-conditions'
import type { Fields } from './field-holder'
import { reach } from './field-path'
import { GlideElement, type ElementSource } from './glide-element'
import type { GlideQueryCondition } from './glide-query-condition'
import { requireParts, type RecordParts } from './record-parts'
import { RecordQuery } from './record-query'
import { RecordWindow } from './record-window'
import { toInteger, toStored, toText } from '../values'

/** The read side of GlideRecord: runs queries and returns the values of the current record. */
export class RecordReader extends RecordQuery {
    readonly #parts: RecordParts
    readonly #window = new RecordWindow()

    constructor(parts: RecordParts) {
        super(parts, fieldsOf(requireParts(parts)))
        this.#parts = parts
    }

    addActiveQuery(): GlideQueryCondition {
        return this.#parts.builder.add(['active', true])
    }

    /** Does not add the query; the empty text is not a query. */
    isValidEncodedQuery(query: unknown): boolean {
        return this.#parts.builder.valid(query)
    }

    setLimit(maxNumRecords: unknown): void {
        this.#window.setLimit(toInteger(maxNumRecords))
    }

    /** Rows are counted from 0; `lastRow` is exclusive. */
    chooseWindow(firstRow: unknown, lastRow: unknown): void {
        this.#window.choose(toInteger(firstRow), toInteger(lastRow))
    }

    setNoCount(): void {
        this.#window.countNothingElse()
    }

    query(field?: unknown, value?: unknown): void {
        if (field !== undefined && value !== undefined) this.addQuery(field, value)
        const { cursor, nothing, query } = this.#parts
        cursor.load(nothing ? [] : this.#parts.rows(query, this.#window.range))
    }

    _query(field?: unknown, value?: unknown): void {
        this.query(field, value)
    }

    /**
     * Finds a record by sys_id, otherwise by display value; with two parameters, by a field's value. Moves to
     * the first record found.
     */
    get(name: unknown, value?: unknown): boolean {
        const { displayColumn } = this.#parts.table
        const [field, wanted] = value === undefined ? ['sys_id', name] : [toText(name), value]
        this.#parts.found =
            this.#find(field, wanted) ||
            (value === undefined && displayColumn !== null && this.#find(displayColumn, wanted))
        return this.#parts.found
    }

    getRowCount(): number {
        const { cursor, host, nothing, query, table } = this.#parts
        if (!this.#window.countsAll || nothing) return cursor.count
        const aggregates = [{ function: 'COUNT' as const, column: null }]
        const rows = host.call('aggregate', { table: table.name, query, groupBy: [], aggregates })
        return Number(rows[0]?.values[0] ?? 0)
    }

    /** The stored form: `1` and `0` for booleans, UTC for times; null if the field is empty or does not exist. */
    getValue(name: unknown): string | null {
        return this.getElement(name)?.getValue() ?? null
    }

    /** The record's display value, or that of the given field. */
    getDisplayValue(name?: unknown): string | null {
        const column = name === undefined ? this.#parts.table.displayColumn : toText(name)
        return column === null ? this.getUniqueValue() : (this.getElement(column)?.getDisplayValue() ?? null)
    }

    /** Undefined for a field that does not exist. */
    getElement(name: unknown): GlideElement | undefined {
        return elementOf(this.#parts, toText(name))
    }

    getElements(): GlideElement[] {
        return this.#parts.table.columns.map(({ name }) => elementOf(this.#parts, name) as GlideElement)
    }

    getUniqueValue(): string | null {
        return this.#parts.cursor.value('sys_id')
    }

    getRecordClassName(): string {
        return this.#parts.cursor.value('sys_class_name') ?? this.#parts.table.name
    }

    /** The table's label. */
    getClassDisplayValue(): string {
        return this.#parts.table.label
    }

    getLabel(): string {
        return this.#parts.table.label
    }

    getLink(noStack?: unknown): string {
        const { name } = this.#parts.table
        const stack = `&sysparm_stack=${name}_list.do?sysparm_query=${this.getEncodedQuery()}`
        return `${name}.do?sys_id=${this.getUniqueValue() ?? '-1'}${noStack === true ? '' : stack}`
    }

    /** True if the table exists and the last get(), if any, found a record. */
    isValid(): boolean {
        return this.#parts.exists && this.#parts.found
    }

    isValidField(columnName: unknown): boolean {
        return this.#parts.cursor.column(toText(columnName)) !== undefined
    }

    isValidRecord(): boolean {
        return this.#parts.cursor.isStored
    }

    isNewRecord(): boolean {
        return this.#parts.cursor.isNew
    }

    #find(field: string, wanted: unknown): boolean {
        const { cursor, exists, host, table } = this.#parts
        const value = toStored(wanted)
        if (!exists || value === null || !reach(host, table, field)) {
            cursor.load([])
            return false
        }
        cursor.load(this.#parts.rows(`${field}=${escapeTerm(value)}`, { limit: 1 }))
        return cursor.next()
    }
}

function elementOf(parts: RecordParts, path: string): GlideElement | undefined {
    const reached = reach(parts.host, parts.table, path)
    return reached && new GlideElement(sourceOf(parts), path, reached)
}

function sourceOf(parts: RecordParts): ElementSource {
    return {
        cursor: parts.cursor,
        readable: (column) => parts.access.column('read', column, parts.cursor.row),
        open(table, sysId) {
            const record = parts.scope.open(table) as RecordReader
            if (sysId !== null) record.get('sys_id', sysId)
            return record
        },
    }
}

function fieldsOf(parts: RecordParts): Fields {
    return {
        names: () => parts.table.columns.map(({ name }) => name),
        get: (name) => elementOf(parts, name),
        set: (name, value) => parts.cursor.set(name, value),
    }
}
