import type { Row, Store } from '../../../core/store/types'
import type { BridgeOperations, ScriptIncludeView } from '../bridge'
import type { BridgeContext } from './bridge-context'
import type { PlatformWork } from './platform-work'
import { BridgeError } from './bridge-error'
import { scopeOf, textOf, type Input } from './inputs'
import type { ScopeAccess } from './scope-access'

/** An active script include and who may use it. */
interface Known extends ScriptIncludeView {
    isPublic: boolean
}

/** The active script includes of all scopes, kept until any metadata changes. */
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
    let version = -1
    let known: Known[] = []
    const view = (row: Row): Known => ({
        sysId: row['sys_id'] ?? '',
        name: row['name'] ?? '',
        scope: access.scopeName(row['sys_scope']),
        source: row['script'] ?? '',
        clientCallable: row['client_callable'] === '1',
        isPublic: row['access'] === 'public',
    })
    return {
        all() {
            const now = store.metadataVersion()
            if (version !== now) {
                known = platform(() =>
                    store.query('sys_script_include', { query: 'active=true^ORDERBYname' })
                ).map(view)
                version = now
            }
            return known
        },
    }
}

/** What answers to the names of script includes. */
export function createScriptIncludeOperations(
    context: BridgeContext
): Pick<BridgeOperations, 'scriptInclude' | 'scriptIncludes'> {
    const { scriptIncludes } = context
    return {
        scriptIncludes: () => scriptIncludes.all().map(({ scope, name }) => ({ scope, name })),
        scriptInclude(input) {
            const [name, caller] = [textOf(input as Input, 'name'), scopeOf(input as Input, 'scope')]
            const parts = name.split('.')
            const own = parts.pop() ?? ''
            // Unqualified, a name is the scope's own or else the global one.
            const wanted = parts.length > 0 ? [parts.join('.')] : [caller, 'global']
            for (const scope of wanted) {
                const found = scriptIncludes.all().find((one) => one.name === own && one.scope === scope)
                if (!found) continue
                const { isPublic, ...view } = found
                if (isPublic || scope === caller) return view
                const text = `Access to script include '${name.slice(0, 100)}' from scope '${caller}' has been refused`
                throw new BridgeError('cross_scope', `${text} due to its access settings`)
            }
            return null
        },
    }
}
