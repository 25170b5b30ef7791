/** One wait for the lock, in ms, after which it is taken from a thread that ended with it. */
const PATIENCE_MS = 1000

/** Lets the threads of an instance write one after the other. */
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
 * Opens the lock for one thread's connection. SQLite has a lock of its own, which decides; but who waits for it asks
 * again after 1 ms, 2 ms, 5 ms … and blocks its thread meanwhile, where this lock wakes the next thread at once.
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
