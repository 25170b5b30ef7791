/** Median of some numbers. */
export function median(values: number[]): number {
    const sorted = [...values].sort((a, b) => a - b)
    const middle = sorted.length >> 1
    const upper = sorted[middle] ?? NaN
    return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/**
 * Runs `call` a number of times with a number of concurrent callers; returns the duration of each call, in
 * ms. A caller starts its next call as soon as its last one has ended.
 */
export async function latencies(
    calls: number,
    callers: number,
    call: () => Promise<void>
): Promise<number[]> {
    const taken: number[] = []
    let left = calls
    const caller = async (): Promise<void> => {
        while (left-- > 0) {
            const start = performance.now()
            await call()
            taken.push(performance.now() - start)
        }
    }
    await Promise.all(Array.from({ length: callers }, caller))
    return taken
}

/**
 * Medians of two alternatives, measured in turns so that both run under the same machine load.
 *
 * @param rounds number of turns of each side
 * @param beforeTurn called before each turn, not measured
 */
export async function compare(options: {
    rounds: number
    callsPerRound: number
    callers: number
    one: () => Promise<void>
    other: () => Promise<void>
    beforeTurn?: () => Promise<unknown>
}): Promise<{ one: number; other: number; ratio: number }> {
    const { rounds, callsPerRound, callers, beforeTurn } = options
    const taken = { one: [] as number[], other: [] as number[] }
    for (let round = 0; round < rounds; round++) {
        for (const side of round % 2 ? (['one', 'other'] as const) : (['other', 'one'] as const)) {
            await beforeTurn?.()
            taken[side].push(...(await latencies(callsPerRound, callers, options[side])))
        }
    }
    const one = median(taken.one)
    const other = median(taken.other)
    return { one, other, ratio: one / other }
}
