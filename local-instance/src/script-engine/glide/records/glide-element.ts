import type { ColumnDefinition, Row } from '../../../core/store/types'
import { columnOf, reach, type ReachedColumn } from './field-path'
import { FieldHolder, type Fields } from './field-holder'
import { GlideElementDescriptor } from './glide-element-descriptor'
import type { RecordCursor } from './record-cursor'
import { STORED, toStored, toText } from '../values'

/** The part of a record that an element uses. */
export interface ElementSource {
    cursor: RecordCursor
    /** Whether the record's user may read the column; always true except for GlideRecordSecure. */
    readable(column: string): boolean
    /** A GlideRecord of a table, positioned on the row with that sys_id, if it exists. */
    open(table: string, sysId: string | null): unknown
}

/**
 * A field of a record (c_GlideElementScopedAPI). It is a view: when the record moves to another row, it
 * returns that row's value. Fields of the record that a reference points to are its properties
 * (`gr.caller_id.name`).
 */
export class GlideElement extends FieldHolder {
    readonly #source: ElementSource
    readonly #path: string
    readonly #reached: ReachedColumn

    /** @internal Created by a record. */
    constructor(source: ElementSource, path: string, reached: ReachedColumn) {
        super(walk(source, path, reached.column))
        this.#source = source
        this.#path = path
        this.#reached = reached
    }

    getValue(): string | null {
        const { cursor } = this.#source
        if (!this.#source.readable(this.#path.split('.')[0] as string)) return null
        if (!this.#path.includes('.')) return cursor.value(this.#path)
        return this.#walked()?.value ?? null
    }

    setValue(value: unknown): void {
        if (this.#path.includes('.'))
            throw new Error(`A field of a referenced record cannot be set: ${this.#path}`)
        this.#source.cursor.set(this.#path, value)
    }

    getDisplayValue(maxCharacters?: unknown): string {
        const text = this.#display()
        const limit = Number(maxCharacters)
        return limit > 0 ? text.slice(0, limit) : text
    }

    /** Sets the value by a choice's label or a referenced record's display value. */
    setDisplayValue(value: unknown): void {
        this.setValue(this.#valueOf(toText(value)))
    }

    override toString(): string {
        const value = this.getValue()
        if (this.#reached.column.type === 'boolean') return value === '1' ? 'true' : 'false'
        return value ?? ''
    }

    /** Booleans compare as booleans (`gr.active == true`), all other fields as text. */
    [Symbol.toPrimitive](hint: string): string | boolean | number {
        if (hint === 'string') return this.toString()
        if (this.#reached.column.type === 'boolean') return this.getValue() === '1'
        return hint === 'number' ? Number(this.toString()) : this.toString()
    }

    nil(): boolean {
        return this.getValue() === null
    }

    changes(): boolean {
        return this.#source.cursor.changed(this.#path)
    }

    changesFrom(value: unknown): boolean {
        return (
            this.changes() && this.#source.cursor.before(this.#path) === toStored(value, this.#reached.column)
        )
    }

    changesTo(value: unknown): boolean {
        return this.changes() && this.getValue() === toStored(value, this.#reached.column)
    }

    getName(): string {
        return this.#reached.column.name
    }

    getLabel(): string {
        return this.#reached.column.label ?? this.#reached.column.name
    }

    getTableName(): string {
        return this.#reached.table.name
    }

    getED(): GlideElementDescriptor {
        return new GlideElementDescriptor(this.#reached)
    }

    getReferenceTable(): string | null {
        return this.#reached.column.reference ?? null
    }

    getRefRecord(): unknown {
        const { reference } = this.#reached.column
        return reference ? this.#source.open(reference, this.getValue()) : null
    }

    /** ms since 1970 of a date or time field. */
    dateNumericValue(): number {
        const value = this.getValue()
        if (value === null) return 0
        const ms = Date.parse(`${value.replace(' ', 'T')}${value.length > 10 ? 'Z' : ''}`)
        return Number.isNaN(ms) ? 0 : ms
    }

    canRead(): boolean {
        return this.#can('read')
    }

    canWrite(): boolean {
        return this.#can('write')
    }

    canCreate(): boolean {
        return this.#can('create')
    }

    [STORED](): string | null {
        return this.getValue()
    }

    #can(operation: 'read' | 'write' | 'create'): boolean {
        const { host, table, row } = this.#source.cursor
        return host.call('can', { table: table.name, operation, column: this.#reached.column.name, row })
    }

    #walked(): { value: string | null; display: string } | null {
        const { host, table, row } = this.#source.cursor
        return host.call('dotWalk', { table: table.name, row, path: this.#path })
    }

    #display(): string {
        const { host, table, row } = this.#source.cursor
        if (!this.#source.readable(this.#path.split('.')[0] as string)) return ''
        if (this.#path.includes('.')) return this.#walked()?.display ?? ''
        if (this.getValue() === null && this.#reached.column.type !== 'boolean') return ''
        return host.call('displayValue', { table: table.name, row, column: this.#path })
    }

    #valueOf(display: string): string | null {
        const { choices, reference, type } = this.#reached.column
        if (choices) {
            const choice = Object.keys(choices).find((value) => choices[value] === display)
            return choice ?? (display === '' ? null : display)
        }
        if (!reference || display === '') return type === 'boolean' ? String(display === 'true') : display
        const { host } = this.#source.cursor
        const column = host.table(reference)?.displayColumn
        const rows: Row[] = column
            ? host.call('query', {
                  table: reference,
                  query: `${column}=${display.split('^').join('^^')}`,
                  limit: 1,
              })
            : []
        return rows[0]?.['sys_id'] ?? null
    }
}

function walk(source: ElementSource, path: string, column: ColumnDefinition): Fields {
    const { host } = source.cursor
    const target = () => (column.reference ? host.table(column.reference) : null)
    const at = (name: string): GlideElement | undefined => {
        const table = target()
        const next = table && columnOf(table, name) ? reach(host, table, name) : undefined
        return next && new GlideElement(source, `${path}.${name}`, next)
    }
    return {
        names: () => target()?.columns.map(({ name }) => name) ?? [],
        get: at,
        set: (name, value) => at(name)?.setValue(value),
    }
}
