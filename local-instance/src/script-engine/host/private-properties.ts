import type { Store } from '../../core/store/types'
import type { PlatformWork } from './platform-work'
import type { ScopeAccess } from './scope-access'

/**
 * Whether a system property is hidden from a scope: a private property is accessible only to scripts of its
 * own scope (`sys_properties.is_private`). Cached until any metadata changes.
 */
export type IsHidden = (name: string, scope: string) => boolean

/** Reads which properties are private through a thread's store. */
export function createPrivateProperties(parts: {
    store: Store
    access: ScopeAccess
    platform: PlatformWork
}): IsHidden {
    const { store, access, platform } = parts
    let version = -1
    let owners = new Map<string, string>()
    return (name, scope) => {
        const now = store.metadataVersion()
        if (version !== now) {
            const columns = ['name', 'sys_scope']
            const rows = platform(() => store.query('sys_properties', { query: 'is_private=true', columns }))
            owners = new Map(rows.map((row) => [row['name'] ?? '', access.scopeName(row['sys_scope'])]))
            version = now
        }
        const owner = owners.get(name)
        return owner !== undefined && owner !== scope && scope !== 'global'
    }
}
