/** Milliseconds of a clock shared by all threads; `performance.now()` starts at zero in each. */
export function monotonicMs(): number {
    return Number(process.hrtime.bigint()) / 1e6
}
