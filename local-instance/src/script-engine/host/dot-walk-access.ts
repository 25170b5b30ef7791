import type { Table } from '../../core/store/types'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'

/** Whether cross-scope dot-walks require a privilege; if absent, as on older releases, they do not. */
const ENFORCED = 'glide.script.dot_walk.enforce_cross_scope_access_all_tables'
/** Permits violations and logs them. */
const LOG_ONLY = 'glide.script.dot_walk.log_and_allow_violations'
/** Attribute of a table that exempts it. */
const OPT_OUT = 'enforce_dot_walk_cross_scope_access=false'

/**
 * Checks that the calling scope may read a table that a dot-walk reaches (KB2793170, from Zurich): by the
 * table's access flags and the application's privileges, as for a query.
 *
 * @throws BridgeError `cross_scope`
 */
export function checkDotWalk(context: BridgeContext, table: Table): void {
    const { access, scope, store, platform, write } = context
    if (store.property(ENFORCED) !== 'true' || platform(() => isOptedOut(context, table))) return
    try {
        access.table(scope, table, 'read')
    } catch (error) {
        const isViolation = error instanceof BridgeError && error.code === 'cross_scope'
        if (!isViolation || store.property(LOG_ONLY) !== 'true') throw error
        write('warn', `Dot-walk allowed: ${error.message}`)
    }
}

function isOptedOut({ store }: BridgeContext, { name }: Table): boolean {
    const entry = store.first('sys_dictionary', `name=${name}^elementISEMPTY`)
    return (entry?.['attributes'] ?? '').split(',').includes(OPT_OUT)
}
