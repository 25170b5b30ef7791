import type { BridgeOperations } from '../bridge/bridge'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import { scopeOf, textOf, type Input } from './inputs'

/** Operations that resolve script includes. */
export function createScriptIncludeOperations(
    context: BridgeContext
): Pick<BridgeOperations, 'scriptInclude' | 'scriptIncludes'> {
    // The calling scope is taken from the host, not from the input.
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
