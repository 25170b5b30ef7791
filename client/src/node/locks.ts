/** Runs work under a named lock, one at a time, in order of request. */
export type RunLocked = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** Creates the locks. Each name has a queue, which is deleted when it is empty. */
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
