import { keepAllMetadata } from '../../core/metadata-cache'
import type { Row, Store } from '../../core/store/types'
import type { ScriptIncludeView } from '../bridge/bridge'
import type { PlatformWork } from './platform-work'
import type { ScopeAccess } from './scope-access'

/** An active script include and its accessibility. */
interface Known extends ScriptIncludeView {
    isPublic: boolean
}

/** The active script includes of all scopes, cached until any metadata changes. */
export interface ScriptIncludes {
    all(): readonly Known[]
}

/** Reads script includes through a thread's store. */
export function createScriptIncludes(parts: {
    store: Store
    access: ScopeAccess
    platform: PlatformWork
}): ScriptIncludes {
    const { store, access, platform } = parts
    const view = (row: Row): Known => ({
        sysId: row['sys_id'] ?? '',
        name: row['name'] ?? '',
        scope: access.scopeName(row['sys_scope']),
        source: row['script'] ?? '',
        clientCallable: row['client_callable'] === '1',
        isPublic: row['access'] === 'public',
    })
    const query = 'active=true^ORDERBYname'
    return {
        all: keepAllMetadata(store, () =>
            platform(() => store.query('sys_script_include', { query })).map(view)
        ),
    }
}
