/** A clock that tests advance. */
export interface FakeClock {
    performance: Pick<Performance, 'now'>
    setTimeout: typeof setTimeout
    clearTimeout: typeof clearTimeout
    /** Advances the time and fires everything due by then, each at its own time. */
    advance(ms: number): Promise<void>
    /** Remaining milliseconds of each active timer. */
    pending(): number[]
}

/** Runs all pending microtasks. */
export const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

export function createFakeClock(): FakeClock {
    let now = 1000
    let last = 0
    const timers = new Map<number, { at: number; run: () => void }>()
    const next = () => [...timers].sort(([, a], [, b]) => a.at - b.at)[0]
    return {
        performance: { now: () => now },
        setTimeout: ((run: () => void, ms = 0) => {
            if (!(ms >= 0)) throw new Error(`a timer of ${ms} ms`)
            timers.set(++last, { at: now + ms, run })
            return last
        }) as unknown as typeof setTimeout,
        clearTimeout: ((id: number) => void timers.delete(id)) as unknown as typeof clearTimeout,
        async advance(ms) {
            const end = now + ms
            await settle()
            for (let timer = next(); timer && timer[1].at <= end; timer = next()) {
                timers.delete(timer[0])
                now = timer[1].at
                timer[1].run()
                await settle()
            }
            now = end
            await settle()
        },
        pending: () => [...timers.values()].map(({ at }) => at - now).sort((a, b) => a - b),
    }
}
