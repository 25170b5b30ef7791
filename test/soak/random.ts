import { createHash } from 'node:crypto'

/** Seeded random choices. */
export interface Random {
    /** From 0 (inclusive) to 1 (exclusive). */
    next(): number
    /** A whole number, bounds inclusive. */
    whole(min: number, max: number): number
    pick<T>(list: readonly [T, ...T[]]): T
    /** One of the names, by weight. */
    weighted<T extends string>(weights: Readonly<Record<T, number>>): T
    /** Independent choices for a part, so that one part's timing does not change another's choices. */
    fork(part: string): Random
}

/** Creates the choices of a seed (mulberry32: 32 bits of state, enough for a schedule). */
export function createRandom(seed: string): Random {
    let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
    const random: Random = {
        next() {
            state = (state + 0x6d2b79f5) >>> 0
            let mixed = Math.imul(state ^ (state >>> 15), state | 1)
            mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
            return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
        },
        whole: (min, max) => min + Math.floor(random.next() * (max - min + 1)),
        pick: (list) => list[random.whole(0, list.length - 1)] ?? list[0],
        weighted<T extends string>(weights: Readonly<Record<T, number>>) {
            const entries = Object.entries(weights) as [T, number][]
            let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
            const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0]
            if (!found) throw new Error('There is nothing to choose from.')
            return found[0]
        },
        fork: (part) => createRandom(`${seed}/${part}`),
    }
    return random
}
