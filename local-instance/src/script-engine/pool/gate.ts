import { INSIDE, STOP } from './thread-messages'

/**
 * A thread's side of its gate: work of the host runs inside, so that the thread is only ever ended between two pieces of
 * work and no transaction is left open in the database.
 */
export interface Gate {
    /** Runs work of the host; where the thread is to end, it never returns. */
    enter<T>(run: () => T): T
    /** Runs work that waits and may be cut off, from within {@link enter}. */
    leave<T>(run: () => T): T
}

/** Opens the gate that a pool made. */
export function openGate(shared: SharedArrayBuffer): Gate {
    const cells = new Int32Array(shared)
    const goIn = () => {
        Atomics.store(cells, INSIDE, 1)
        if (Atomics.load(cells, STOP) === 0) return
        Atomics.store(cells, INSIDE, 0)
        for (;;) Atomics.wait(cells, STOP, 1)
    }
    const goOut = () => Atomics.store(cells, INSIDE, 0)
    return {
        enter(run) {
            goIn()
            try {
                return run()
            } finally {
                goOut()
            }
        },
        leave(run) {
            goOut()
            try {
                return run()
            } finally {
                goIn()
            }
        },
    }
}
