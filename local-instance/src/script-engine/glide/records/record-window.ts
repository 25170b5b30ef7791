/** Requested rows of a query, and whether rows outside the window are counted. */
export class RecordWindow {
    #limit: number | undefined
    #offset = 0
    #wide = false

    /** Limits to the first rows; replaces a window. */
    setLimit(limit: number): void {
        this.#limit = Math.max(0, limit)
        this.#offset = 0
        this.#wide = false
    }

    /**
     * Rows from `first` (inclusive, from 0) to `last` (exclusive); the row count is then that of the whole
     * query.
     */
    choose(first: number, last: number): void {
        this.#offset = Math.max(0, first)
        this.#limit = Math.max(0, last - this.#offset)
        this.#wide = true
    }

    /** For setNoCount(): only the rows of the window are counted. */
    countNothingElse(): void {
        this.#wide = false
    }

    get countsAll(): boolean {
        return this.#wide
    }

    get range(): { limit?: number; offset?: number } {
        if (this.#limit === undefined) return {}
        return { limit: this.#limit, ...(this.#offset > 0 ? { offset: this.#offset } : {}) }
    }
}
