import type { BridgeOperations } from '../bridge/bridge'
import type { RecordOperation } from '../../core/rights'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import { optionalText, rowOf, textOf, type Input } from './inputs'
import { findTable } from './table-for'

const OPERATIONS = new Set(['read', 'create', 'write', 'delete'])

/** Rights of the script's user and of its scope. */
export function createRightOperations(
    context: BridgeContext
): Pick<BridgeOperations, 'can' | 'hasRole' | 'privilege'> {
    const { rights, access, job, platform, scope } = context
    return {
        can(input) {
            const operation = textOf(input as Input, 'operation')
            if (!OPERATIONS.has(operation)) throw new BridgeError('bad_request', 'Unknown operation')
            const table = findTable(context, textOf(input as Input, 'table'))
            if (!table) return false
            const column = optionalText(input as Input, 'column')
            const row = input.row ? rowOf(input as Input, 'row') : undefined
            return platform(() => rights.can(job.user, operation as RecordOperation, table.name, column, row))
        },
        hasRole(input) {
            const wanted = textOf(input, 'role').split(',')
            const { roles } = job.user
            return roles.has('admin') || wanted.some((role) => roles.has(role.trim()))
        },
        privilege(input) {
            access.execute(scope, { type: 'scriptable', name: textOf(input, 'name'), scope: 'global' })
        },
    }
}
