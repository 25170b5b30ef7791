/** Milliseconds of a clock that all threads share; `performance.now()` begins again in each. */
export function monotonicMs(): number {
    return Number(process.hrtime.bigint()) / 1e6
}
