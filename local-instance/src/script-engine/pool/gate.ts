import { INSIDE, STOP } from './thread-messages'

/**
 * A thread's side of its gate. Host work runs inside the gate, so the thread is only ever terminated between
 * two pieces of work and no database transaction is left open.
 */
export interface Gate {
    /** Runs host work; never returns if the thread is being terminated. */
    enter<T>(run: () => T): T
    /** Runs work that waits and may be interrupted, from within {@link enter}. */
    leave<T>(run: () => T): T
}

/** Opens the gate that a pool created. */
export function openGate(shared: SharedArrayBuffer): Gate {
    const cells = new Int32Array(shared)
    const markInside = () => {
        Atomics.store(cells, INSIDE, 1)
        if (Atomics.load(cells, STOP) === 0) return
        Atomics.store(cells, INSIDE, 0)
        for (;;) Atomics.wait(cells, STOP, 1)
    }
    const markOutside = () => Atomics.store(cells, INSIDE, 0)
    return {
        enter(run) {
            markInside()
            try {
                return run()
            } finally {
                markOutside()
            }
        },
        leave(run) {
            markOutside()
            try {
                return run()
            } finally {
                markInside()
            }
        },
    }
}
