import type { BridgeOperations } from '../bridge/bridge'
import type { BridgeContext } from './bridge-context'
import { optionalText, textOf } from './inputs'

/** Operations for `require` and `import`. */
export function createModuleOperations({ modules, scope }: BridgeContext): Pick<BridgeOperations, 'module'> {
    return {
        module: (input) => modules.find(scope, textOf(input, 'path'), optionalText(input, 'from')) ?? null,
    }
}
