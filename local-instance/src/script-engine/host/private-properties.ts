import { keepAllMetadata } from '../../core/metadata-cache'
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
    const owners = keepAllMetadata(store, () => {
        const columns = ['name', 'sys_scope']
        const rows = platform(() => store.query('sys_properties', { query: 'is_private=true', columns }))
        return new Map(rows.map((row) => [row['name'] ?? '', access.scopeName(row['sys_scope'])]))
    })
    return (name, scope) => {
        const owner = owners().get(name)
        return owner !== undefined && owner !== scope && scope !== 'global'
    }
}
