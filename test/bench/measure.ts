/** Median of some numbers. */
export function median(values: number[]): number {
    const sorted = [...values].sort((a, b) => a - b)
    const middle = sorted.length >> 1
    const upper = sorted[middle] ?? NaN
    return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/**
 * Runs `call` so many times with so many callers at once; answers how long each call took, in ms.
 * A caller starts its next call as soon as its last one ended.
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
 * Medians of two ways of doing a thing, measured in turns so that both see the same machine.
 *
 * @param rounds how often each side gets a turn
 * @param beforeTurn called before each turn, outside of what is measured
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
