import type { TableView } from '../../bridge/bridge'
import { conditionsOf, escapeTerm, joinEncoded } from './join-conditions'
import { reach } from './field-path'
import { GlideQueryCondition } from './glide-query-condition'
import type { ScopeHost } from '../scope-bridge'
import { ADD_QUERY_OPERATORS } from './operators'
import { toStored } from '../values'

/** The filters and orderings of a GlideRecord or GlideAggregate before its query runs. */
export class QueryBuilder {
    readonly #host: ScopeHost
    readonly #table: TableView
    #parts: (GlideQueryCondition | string)[] = []
    #orderings: string[] = []
    #invalid = false

    constructor(host: ScopeHost, table: TableView) {
        this.#host = host
        this.#table = table
    }

    /** True if a condition was invalid and `glide.invalid_query.returns_no_rows` is on: nothing matches. */
    get nothing(): boolean {
        return this.#invalid && this.#host.flag('glide.invalid_query.returns_no_rows')
    }

    clear(): void {
        this.#parts = []
        this.#orderings = []
        this.#invalid = false
    }

    /** Adds a condition from field and value, or from field, operator and value. */
    add(given: readonly unknown[]): GlideQueryCondition {
        const condition = new GlideQueryCondition((more) => this.#term(more))
        this.#parts.push(condition)
        condition.addCondition(...given)
        return condition
    }

    addEncoded(query: unknown): void {
        const text = String(query ?? '')
        for (const field of this.#unknownIn(text)) this.#drop(field)
        if (text !== '') this.#parts.push(text)
    }

    /** True for an encoded query with known fields and operators only; false for the empty text. */
    valid(query: unknown): boolean {
        const text = String(query ?? '')
        if (text === '') return false
        return this.#unknownIn(text).length === 0 && conditionsOf(text).every(({ operator }) => operator)
    }

    order(field: unknown, descending: boolean): void {
        const name = String(field)
        if (!reach(this.#host, this.#table, name)) return this.#drop(name)
        this.#orderings.push(`ORDERBY${descending ? 'DESC' : ''}${name}`)
    }

    encoded(): string {
        const queries = this.#parts.map((part) => (typeof part === 'string' ? part : part.toString()))
        return joinEncoded([...queries, ...this.#orderings])
    }

    #term(given: readonly unknown[]): string {
        const [name, operator, value] = given.length < 3 ? [given[0], '=', given[1]] : given
        const field = String(name)
        const reached = reach(this.#host, this.#table, field)
        if (!reached) {
            this.#drop(field)
            return ''
        }
        const encoded = ADD_QUERY_OPERATORS[String(operator).trim()]
        if (encoded === undefined) throw new Error(`Unsupported query operator: ${String(operator)}`)
        const stored = Array.isArray(value)
            ? value.map((one) => toStored(one) ?? '').join(',')
            : toStored(value)
        if (stored === null && encoded === '=') return `${field}ISEMPTY`
        if (stored === null && encoded === '!=') return `${field}ISNOTEMPTY`
        const isFlag = reached.column.type === 'boolean' && /^[01]$/.test(stored ?? '')
        const text = isFlag ? String(stored === '1') : (stored ?? '')
        return `${field}${encoded}${escapeTerm(text)}`
    }

    #unknownIn(query: string): string[] {
        return conditionsOf(query)
            .map(({ field }) => field)
            .filter((field) => !reach(this.#host, this.#table, field))
    }

    #drop(field: string): void {
        this.#invalid = true
        this.#host.warn(
            `QueryEventLogger: Invalid query detected, unknown field ${field} in table ${this.#table.name}`
        )
    }
}
