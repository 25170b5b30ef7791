/** A value or a promise of it. */
export type Awaitable<T> = T | Promise<T>

/**
 * Storage for sign-ins in progress and tokens: a `Map<string, string>`, a two-column table, Redis. Names and
 * values are opaque strings. Values contain tokens: store them where only the server can read them. Names are
 * hashes and grant no access.
 */
export interface AuthStore {
    /** The stored value; undefined or null if there is none. */
    get(name: string): Awaitable<string | null | undefined>
    /**
     * Sets or replaces a value.
     *
     * @param expiresAt time in milliseconds since 1970 after which the value may be deleted; without it, the
     * value stays until it is deleted. A store may ignore it.
     */
    set(name: string, value: string, expiresAt?: number): Awaitable<unknown>
    /**
     * Deletes a value. If several processes share the store, return `false` for a value that did not exist
     * (as `Map` does), so that only one of them completes a sign-in.
     */
    delete(name: string): Awaitable<unknown>
}

/**
 * Maximum number of sign-ins in progress. Beyond it, the oldest are deleted, so that anonymous requests
 * cannot exhaust the memory.
 */
export const MAX_EXPIRING = 10_000

/** A store in this process's memory. */
export function createMemoryStore(now: () => number): AuthStore {
    const values = new Map<string, string>()
    /** Expiry times by name, in insertion order. */
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
