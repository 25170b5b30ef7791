/** A time of the instance as far as it is known from outside, in ms since 1970. */
export interface TimeRange {
    low: number
    high: number
}

/** Follows the instance's clock, which runs with the machine's and is moved by control calls. */
export class InstanceTime {
    private offset: TimeRange = { low: 0, high: 0 }

    /** What the instance's clock shows now. */
    now(): TimeRange {
        const now = Date.now()
        return { low: now + this.offset.low, high: now + this.offset.high }
    }

    /** The clock is about to be moved on by so many ms: until {@link isAt} tells, it may or may not have been. */
    moving(ms: number): void {
        this.offset = { low: this.offset.low, high: this.offset.high + ms }
    }

    /**
     * Takes over what the instance said.
     *
     * @param shown What the clock showed at some time between the other two.
     * @returns false where that cannot be: time fell back, or ran ahead
     */
    isAt(shown: number, { from, until }: { from: number; until: number }): boolean {
        const before = this.offset
        this.offset = { low: shown - until, high: shown - from }
        // A clock shows whole milliseconds, and is kept in them.
        return this.offset.high + 5 >= before.low && this.offset.low - 5 <= before.high
    }
}
