import type { Store } from './store/types'

/** Caches what a function reads from metadata until metadata changes. */
export function keepAllMetadata<T>(store: Pick<Store, 'metadataVersion'>, read: () => T): () => T {
    let kept: { version: number; value: T } | undefined
    return () => {
        const version = store.metadataVersion()
        if (kept?.version !== version) kept = { version, value: read() }
        return kept.value
    }
}

/** Caches what a function reads from metadata, by a key, until metadata changes. */
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
