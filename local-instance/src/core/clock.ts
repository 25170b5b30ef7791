/** Layout of the shared memory: [offset from the machine's clock in ms, frozen time in ms or NaN]. */
const OFFSET = 0
const FROZEN = 1

/**
 * The instance's clock. All threads of one instance share it, so a change takes effect everywhere at once.
 */
export interface Clock {
    /** Milliseconds since 1970-01-01T00:00:00Z, by the instance's clock. */
    now(): number
    /** Moves the clock by a number of milliseconds. */
    advance(ms: number): void
    /** Sets the clock to a time (ms since 1970). It keeps running from there unless it is frozen. */
    set(ms: number): void
    /** The shared memory for a worker thread, which opens it with {@link openClock}. */
    readonly shared: SharedArrayBuffer
}

/** How a clock starts. */
export interface ClockOptions {
    /** Initial time, ms since 1970; default the machine's time. */
    now?: number
    /** Whether the clock stands still until it is moved; default false. */
    frozen?: boolean
}

/** Creates a clock that starts at the machine's time or at the time given. */
export function createClock({ now, frozen = false }: ClockOptions = {}): Clock {
    const shared = new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT)
    const cells = new Float64Array(shared)
    cells[OFFSET] = now === undefined ? 0 : now - Date.now()
    cells[FROZEN] = frozen ? (now ?? Date.now()) : NaN
    return openClock(shared)
}

/** Opens a clock on the memory that another thread's clock shares. */
export function openClock(shared: SharedArrayBuffer): Clock {
    const cells = new Float64Array(shared)
    const clock: Clock = {
        shared,
        now() {
            const frozen = cells[FROZEN] as number
            return Math.floor(Number.isNaN(frozen) ? Date.now() + (cells[OFFSET] as number) : frozen)
        },
        advance(ms) {
            clock.set(clock.now() + ms)
        },
        set(ms) {
            if (Number.isNaN(cells[FROZEN])) cells[OFFSET] = ms - Date.now()
            else cells[FROZEN] = ms
        },
    }
    return clock
}

/** A time (ms since 1970) as the platform stores it: `yyyy-MM-dd HH:mm:ss` in UTC. */
export function toGlideDateTime(ms: number): string {
    return new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
}

/** Inverse of {@link toGlideDateTime}; NaN if the text is not a date and time. */
export function fromGlideDateTime(text: string): number {
    return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? Date.parse(text.replace(' ', 'T') + 'Z') : NaN
}
