/** Something that an endpoint shall do wrong, for a number of requests. */
export interface Fault {
    /** Exact path, without a query. */
    path: string
    /** Status to answer; 0 ends the connection without an answer; undefined: only the delay. */
    status: number | undefined
    /** Body of the answer; empty by default. */
    body: string
    /** ms of real time before anything happens. */
    delayMs: number
    /** How many requests are still to go wrong. */
    times: number
}

/** The faults that are waiting, by path. */
export interface Faults {
    /** Sets the fault of a path in place of an earlier one; `times` 0 takes it away. */
    set(fault: Fault): void
    /** The fault for a request to this path, which counts as one of its times; undefined where there is none. */
    take(path: string): Fault | undefined
    clear(): void
}

/** No faults to begin with. */
export function createFaults(): Faults {
    const faults = new Map<string, Fault>()
    return {
        set(fault) {
            if (fault.times > 0) faults.set(fault.path, { ...fault })
            else faults.delete(fault.path)
        },
        take(path) {
            const fault = faults.get(path)
            if (!fault) return undefined
            fault.times -= 1
            if (fault.times === 0) faults.delete(path)
            return { ...fault }
        },
        clear: () => faults.clear(),
    }
}
