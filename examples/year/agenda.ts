const MINUTE = 60_000

/** Scheduled actions, ordered by time. */
export class Agenda {
    readonly #entries: { at: number; run(): Promise<void> }[] = []

    /** Schedules an action at the next full minute, after others of the same minute. */
    add(at: number, run: () => Promise<void>): void {
        const rounded = Math.ceil(at / MINUTE) * MINUTE
        const index = this.#entries.findIndex((entry) => entry.at > rounded)
        this.#entries.splice(index < 0 ? this.#entries.length : index, 0, { at: rounded, run })
    }

    /** Time of the next action in ms since 1970; Infinity if there is none. */
    get next(): number {
        return this.#entries[0]?.at ?? Infinity
    }

    /** Runs the actions of this time, including those that they add for it. */
    async runUntil(now: number): Promise<void> {
        while (this.next <= now) await this.#entries.shift()?.run()
    }
}
