/**
 * Time limit of one wait for the lock, in ms; then it is taken over from a thread that ended while holding
 * it.
 */
const PATIENCE_MS = 1000

/** Serializes the writes of an instance's threads. */
export interface WriteLock {
    /** Waits until no other thread writes. */
    take(): void
    release(): void
}

/** The memory that {@link openWriteLock} works on. */
export function createWriteLockMemory(): SharedArrayBuffer {
    return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
}

/**
 * Opens the lock for one thread's connection. SQLite's own lock stays authoritative, but a thread that waits
 * for it blocks and polls after 1 ms, 2 ms, 5 ms …, while this lock wakes the next thread at once.
 */
export function openWriteLock(shared: SharedArrayBuffer): WriteLock {
    const cells = new Int32Array(shared)
    return {
        take() {
            while (Atomics.compareExchange(cells, 0, 0, 1) !== 0) {
                if (Atomics.wait(cells, 0, 1, PATIENCE_MS) === 'timed-out') return
            }
        },
        release() {
            Atomics.store(cells, 0, 0)
            Atomics.notify(cells, 0, 1)
        },
    }
}
