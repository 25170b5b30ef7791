/** A fault to inject into an endpoint for a number of requests. */
export interface Fault {
    /** Exact path, without a query. */
    path: string
    /** Status to return; 0 closes the connection without a response; undefined applies only the delay. */
    status: number | undefined
    /** Response body; empty by default. */
    body: string
    /** Delay in ms of real time. */
    delayMs: number
    /** Number of requests still to be affected. */
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
