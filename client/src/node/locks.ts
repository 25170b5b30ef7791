/** Runs work under a name, one piece at a time, in the order in which it was asked for. */
export type RunLocked = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** One queue per name; a name without work costs nothing. */
export function createLocks(): RunLocked {
    const tails = new Map<string, Promise<unknown>>()
    return (name, work) => {
        const before = tails.get(name) ?? Promise.resolve()
        const running = before.then(work)
        const tail = running
            .catch(() => undefined)
            .then(() => {
                if (tails.get(name) === tail) tails.delete(name)
            })
        tails.set(name, tail)
        return running
    }
}
