import { FieldHolder, type Fields } from './field-holder'
import type { GlideQueryCondition } from './glide-query-condition'
import { requireParts, type RecordParts } from './record-parts'

/** What GlideRecord and GlideAggregate have in common: filters, orderings and iteration over the result. */
export class RecordQuery extends FieldHolder {
    readonly #parts: RecordParts

    constructor(parts: RecordParts, fields: Fields) {
        super(fields)
        this.#parts = requireParts(parts)
    }

    addQuery(...given: unknown[]): GlideQueryCondition {
        if (given.length < 2) throw new Error('addQuery() requires a field and a value')
        return this.#parts.builder.add(given)
    }

    addNullQuery(field: unknown): GlideQueryCondition {
        return this.#parts.builder.add([field, null])
    }

    addNotNullQuery(field: unknown): GlideQueryCondition {
        return this.#parts.builder.add([field, '!=', null])
    }

    addEncodedQuery(query: unknown): void {
        this.#parts.builder.addEncoded(query)
    }

    /** All filters and orderings as one encoded query. */
    getEncodedQuery(): string {
        return this.#parts.builder.encoded()
    }

    orderBy(field: unknown): void {
        this.#parts.builder.order(field, false)
    }

    orderByDesc(field: unknown): void {
        this.#parts.builder.order(field, true)
    }

    hasNext(): boolean {
        return this.#parts.cursor.hasNext()
    }

    next(): boolean {
        this.#parts.aborted = false
        return this.#parts.cursor.next()
    }

    _next(): boolean {
        return this.next()
    }

    getTableName(): string {
        return this.#parts.table.name
    }
}
