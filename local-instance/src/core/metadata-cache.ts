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
export function keepMetadata<T>(
    store: Pick<Store, 'metadataVersion'>,
    read: (key: string) => T
): (key: string) => T {
    const values = keepAllMetadata(store, () => new Map<string, T>())
    return (key) => {
        const known = values()
        if (!known.has(key)) known.set(key, read(key))
        return known.get(key) as T
    }
}
