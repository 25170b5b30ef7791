/**
 * A condition of a query, to which more can be added (c_GlideQueryConditionScopedAPI). Conditions added with
 * OR belong to the condition they are added to; those added with AND are separate conditions.
 */
export class GlideQueryCondition {
    readonly #term: (given: readonly unknown[]) => string
    readonly #groups: string[][] = []

    /**
     * @internal The function returns the encoded form of field, operator and value; empty for an unknown
     * field.
     */
    constructor(term: (given: readonly unknown[]) => string) {
        this.#term = term
    }

    addCondition(...given: readonly unknown[]): GlideQueryCondition {
        this.#groups.push([this.#term(given)].filter((term) => term !== ''))
        return this
    }

    addOrCondition(...given: readonly unknown[]): GlideQueryCondition {
        const term = this.#term(given)
        if (term !== '') this.#groups[this.#groups.length - 1]?.push(term)
        return this
    }

    /** The condition as an encoded query. */
    toString(): string {
        return this.#groups
            .map((terms) => terms.join('^OR'))
            .filter((text) => text !== '')
            .join('^')
    }
}
