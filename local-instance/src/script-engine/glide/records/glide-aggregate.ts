import type { Aggregate, AggregateRow, Row } from '../../../core/store/types'
import { reach } from './field-path'
import { GlideElement } from './glide-element'
import { requireParts, type RecordParts } from './record-parts'
import { RecordQuery } from './record-query'
import { toText } from '../values'

const FUNCTIONS = ['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'COUNT(DISTINCT'] as const

/** COUNT, SUM and other aggregates of a query (c_GlideAggregateScopedAPI); one statement per query. */
export class GlideAggregate extends RecordQuery {
    readonly #parts: RecordParts
    readonly #aggregates: Aggregate[] = []
    readonly #groups: string[] = []
    #ordering: { key: string; descending: boolean } | undefined
    #grouped = true
    #answer: AggregateRow[] = []
    #position = -1

    /** @internal Scripts get a class of their scope that takes a table's name. */
    constructor(parts: RecordParts) {
        super(parts, {
            names: () => requireParts(parts).table.columns.map(({ name }) => name),
            get: (name) => groupElement(parts, name),
            set: () => undefined,
        })
        this.#parts = parts
    }

    /** @throws Error for an unsupported function. */
    addAggregate(agg: unknown, name?: unknown): void {
        const asked = toText(agg).toUpperCase()
        const known = FUNCTIONS.find((one) => one === asked)
        if (!known) throw new Error(`Unsupported aggregate: ${toText(agg)}`)
        const column = name === undefined || name === null || name === '' ? null : toText(name)
        if (column !== null && !reach(this.#parts.host, this.#parts.table, column)) {
            throw new Error(`Unknown field ${column} in table ${this.#parts.table.name}`)
        }
        this.#aggregates.push({ function: known, column })
    }

    groupBy(name: unknown): void {
        const column = toText(name)
        if (!reach(this.#parts.host, this.#parts.table, column)) {
            throw new Error(`Unknown field ${column} in table ${this.#parts.table.name}`)
        }
        if (!this.#groups.includes(column)) this.#groups.push(column)
    }

    /** Orders the groups by a field's value; the field becomes a group-by field. */
    override orderBy(name: unknown): void {
        this.groupBy(name)
        this.#ordering = { key: toText(name), descending: false }
    }

    override orderByDesc(name: unknown): void {
        this.groupBy(name)
        this.#ordering = { key: toText(name), descending: true }
    }

    /** Orders the groups by an aggregate, largest first. */
    orderByAggregate(agg: unknown, name?: unknown): void {
        this.#ordering = { key: keyOf(toText(agg).toUpperCase(), name), descending: true }
    }

    /** With false, all records form one group. */
    setGroup(b: unknown): void {
        this.#grouped = Boolean(b)
    }

    query(): void {
        const { host, nothing, query, table } = this.#parts
        const groupBy = this.#grouped ? this.#groups : []
        const input = { table: table.name, query, groupBy, aggregates: this.#aggregates }
        this.#answer = nothing ? [] : this.#sorted(host.call('aggregate', input))
        this.#parts.cursor.load(this.#answer.map(({ group }) => group))
        this.#position = -1
    }

    override next(): boolean {
        const more = super.next()
        if (more) this.#position++
        else this.#position = -1
        return more
    }

    /** The value as text; null if the aggregate was not requested. */
    getAggregate(agg: unknown, name?: unknown): string | null {
        return this.#valueOf(this.#answer[this.#position], keyOf(toText(agg).toUpperCase(), name))
    }

    /** The encoded query for the records of the current group. */
    getAggregateEncodedQuery(): string {
        const { group } = this.#answer[this.#position] ?? { group: {} as Row }
        const terms = Object.entries(group).map(([name, value]) =>
            value === null ? `${name}ISEMPTY` : `${name}=${value}`
        )
        return [this.getEncodedQuery(), ...terms].filter((text) => text !== '').join('^')
    }

    /** Value of a group-by field; null for any other. */
    getValue(name: unknown): string | null {
        return this.#answer[this.#position]?.group[toText(name)] ?? null
    }

    /** Number of groups. */
    getRowCount(): number {
        return this.#answer.length
    }

    #valueOf(row: AggregateRow | undefined, key: string): string | null {
        const index = this.#aggregates.findIndex((one) => keyOf(one.function, one.column) === key)
        return (index < 0 ? undefined : row?.values[index]) ?? null
    }

    #sorted(rows: AggregateRow[]): AggregateRow[] {
        const ordering = this.#ordering
        if (!ordering) return rows
        const sign = ordering.descending ? -1 : 1
        const valueOf = (row: AggregateRow) =>
            row.group[ordering.key] ?? this.#valueOf(row, ordering.key) ?? ''
        return [...rows].sort((a, b) => sign * compare(valueOf(a), valueOf(b)))
    }
}

function keyOf(agg: string, name: unknown): string {
    return `${agg}/${toText(name)}`
}

function compare(a: string, b: string): number {
    const difference = Number(a) - Number(b)
    if (a !== '' && b !== '' && !Number.isNaN(difference)) return difference
    return a < b ? -1 : a > b ? 1 : 0
}

function groupElement(parts: RecordParts, name: string): GlideElement | undefined {
    const reached = reach(parts.host, parts.table, name)
    const source = { cursor: parts.cursor, readable: () => true, open: parts.scope.open }
    return reached && new GlideElement(source, name, reached)
}
