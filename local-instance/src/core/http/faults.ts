/** A fault to inject into an endpoint for a number of requests. */
export interface Fault {
    /** Exact path, without a query. */
    path: string
    /** Status to answer; 0 ends the connection without an answer; undefined: only the delay. */
    status: number | undefined
    /** Body of the answer; empty by default. */
    body: string
    /** ms of real time before anything happens. */
    delayMs: number
    /** Number of requests that remain to be affected. */
    times: number
}

/** The pending faults, by path. */
export interface Faults {
    /** Sets or replaces the fault of a path; `times` 0 removes it. */
    set(fault: Fault): void
    /** Consumes one use of the fault for a request to this path; undefined if there is none. */
    take(path: string): Fault | undefined
    clear(): void
}

/** Creates an empty list of faults. */
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
