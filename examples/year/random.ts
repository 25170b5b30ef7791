/** A deterministic random number generator. */
export interface Random {
    /** From 0 to 1, 1 excluded. */
    next(): number
    /** A number from `from` to `to`. */
    between(from: number, to: number): number
    /** An integer, both bounds included. */
    whole(from: number, to: number): number
    pick<T>(choices: readonly T[]): T
}

/** Mulberry32, seeded by a text (FNV-1a), so that parts of a simulation with different texts are independent. */
export function createRandom(seed: string): Random {
    let state = 0x811c9dc5
    for (let index = 0; index < seed.length; index++)
        state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193)
    const next = () => {
        state = (state + 0x6d2b79f5) | 0
        let mixed = Math.imul(state ^ (state >>> 15), state | 1)
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    }
    const random: Random = {
        next,
        between: (from, to) => from + next() * (to - from),
        whole: (from, to) => Math.floor(random.between(from, to + 1)),
        pick: (choices) => choices[random.whole(0, choices.length - 1)] as (typeof choices)[number],
    }
    return random
}
