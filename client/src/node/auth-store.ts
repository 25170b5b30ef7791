/** A value, or a promise of one. */
export type Awaitable<T> = T | Promise<T>

/**
 * Where sign-ins in progress and tokens are kept: a `Map<string, string>`, a table of two columns, Redis.
 * Names and values are texts without a meaning to the store. Values hold tokens: keep them where only the
 * server can read them. Names are hashes, so a list of them lets nobody in.
 */
export interface AuthStore {
    /** The value last set, undefined or null where there is none. */
    get(name: string): Awaitable<string | null | undefined>
    /**
     * Sets or replaces a value.
     *
     * @param expiresAt moment, in milliseconds since 1970, from which the value is of no use and may be
     *     dropped; without it the value stays until it is deleted. A store may ignore it.
     */
    set(name: string, value: string, expiresAt?: number): Awaitable<unknown>
    /**
     * Deletes a value. Where several processes share the store, answering `false` for a value that was not
     * there (as `Map` does) makes sure that a sign-in is finished by one of them only.
     */
    delete(name: string): Awaitable<unknown>
}

/**
 * Sign-ins in progress that are kept at once; beyond, the oldest are dropped, so that strangers cannot fill
 * the memory.
 */
export const MAX_EXPIRING = 10_000

/** A store in this process' memory, which ends with it. */
export function createMemoryStore(now: () => number): AuthStore {
    const values = new Map<string, string>()
    /** Ends of the values that have one, in the order in which they were set. */
    const ends = new Map<string, number>()
    const remove = (name: string) => {
        ends.delete(name)
        return values.delete(name)
    }
    return {
        get: (name) => values.get(name),
        set(name, value, expiresAt) {
            remove(name)
            values.set(name, value)
            if (expiresAt === undefined) return
            ends.set(name, expiresAt)
            for (const [oldest, end] of ends) {
                if (end > now() && ends.size <= MAX_EXPIRING) break
                remove(oldest)
            }
        },
        delete: remove,
    }
}
