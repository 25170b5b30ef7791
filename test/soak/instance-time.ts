/** Bounds of the instance's time as known from outside, in ms since 1970. */
export interface TimeRange {
    low: number
    high: number
}

/** Follows the instance's clock, which runs with the machine's and is moved by control calls. */
export class InstanceTime {
    private offset: TimeRange = { low: 0, high: 0 }

    /** Current time of the instance's clock. */
    now(): TimeRange {
        const now = Date.now()
        return { low: now + this.offset.low, high: now + this.offset.high }
    }

    /**
     * The clock is about to be advanced by a number of ms: until {@link isAt} is called, this may or may not
     * have happened.
     */
    moving(ms: number): void {
        this.offset = { low: this.offset.low, high: this.offset.high + ms }
    }

    /**
     * Takes over the time that the instance returned.
     *
     * @param shown time of the clock at some moment between the other two
     * @returns false if that is impossible: time moved back, or ran ahead
     */
    isAt(shown: number, { from, until }: { from: number; until: number }): boolean {
        const before = this.offset
        this.offset = { low: shown - until, high: shown - from }
        // The clock has a resolution of whole milliseconds.
        return this.offset.high + 5 >= before.low && this.offset.low - 5 <= before.high
    }
}
