import type { Store } from './store/types'

/** Caches the results of a function that reads metadata until metadata changes. */
export function keepMetadata<T>(store: Store, read: (key: string) => T): (key: string) => T {
    let version = -1
    const known = new Map<string, T>()
    return (key) => {
        const now = store.metadataVersion()
        if (version !== now) {
            version = now
            known.clear()
        }
        if (!known.has(key)) known.set(key, read(key))
        return known.get(key) as T
    }
}
