/** Which rows of a query are wanted, and whether the rows outside the window are counted. */
export class RecordWindow {
    #limit: number | undefined
    #offset = 0
    #wide = false

    /** The first rows only; replaces a window chosen before. */
    setLimit(limit: number): void {
        this.#limit = Math.max(0, limit)
        this.#offset = 0
        this.#wide = false
    }

    /** Rows from `first` to before `last`, counted from 0; the row count is then that of the whole query. */
    choose(first: number, last: number): void {
        this.#offset = Math.max(0, first)
        this.#limit = Math.max(0, last - this.#offset)
        this.#wide = true
    }

    /** setNoCount(): only the rows of the window are counted. */
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
