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
    // Who asks is what the host knows, not what the question says.
    const { scriptIncludes, access, scope: caller } = context
    return {
        scriptIncludes: () => scriptIncludes.all().map(({ scope, name }) => ({ scope, name })),
        scriptInclude(input) {
            const [name, scope] = [textOf(input as Input, 'name'), scopeOf(input as Input, 'scope')]
            const found = scriptIncludes.all().find((one) => one.name === name && one.scope === scope)
            if (!found) return null
            const { isPublic, ...view } = found
            if (scope !== caller) {
                access.execute(caller, { type: 'sys_script_include', name, scope })
                if (!isPublic) {
                    const text = `Access to script include '${scope}.${name}' from scope '${caller}' has been refused`
                    throw new BridgeError('cross_scope', `${text} due to its access settings`)
                }
                context.admit(scope)
            }
            return view
        },
    }
}
