const MINUTE = 60_000

/** What will happen, in the order of its times. */
export class Agenda {
    readonly #entries: { at: number; run(): Promise<void> }[] = []

    /** Adds something, at the next full minute; after what is there for the same one. */
    add(at: number, run: () => Promise<void>): void {
        const rounded = Math.ceil(at / MINUTE) * MINUTE
        const index = this.#entries.findIndex((entry) => entry.at > rounded)
        this.#entries.splice(index < 0 ? this.#entries.length : index, 0, { at: rounded, run })
    }

    /** ms since 1970; Infinity where nothing is left. */
    get next(): number {
        return this.#entries[0]?.at ?? Infinity
    }

    /** Does what there is for this time, and what that adds for it. */
    async runUntil(now: number): Promise<void> {
        while (this.next <= now) await this.#entries.shift()?.run()
    }
}
