import { FALLBACK_GROUP } from '../properties'
import type { TableRow } from '../table-client'
import { hiddenReason, type Context } from './context'

const RULES = 'x_opfi_openfin_refresh_rule'

/** Rules that name no active person or group, while there is no group to fall back to. */
export async function checkPeople(context: Context, rules: readonly TableRow[]): Promise<void> {
    const { report } = context
    const silent = rules.filter((rule) => !isActive(rule, 'notify_user') && !isActive(rule, 'notify_group'))
    if (silent.length === 0 || (await hasFallback(context))) return
    for (const rule of silent) {
        report.found('nobody_to_tell', {
            message: `The refresh rule "${rule['name']}" names no active user or group, and there is no group to fall back to. Nobody hears that a connection needs a new consent.`,
            fix: `Set Notify user or Notify group in the rule, or the property ${FALLBACK_GROUP}.`,
            evidence: { table: RULES, record: rule.sys_id, field: 'notify_group', found: '', wanted: null },
        })
    }
}

function isActive(rule: TableRow, column: 'notify_user' | 'notify_group'): boolean {
    if (!rule[column]) return false
    // Where the record cannot be read, the app notifies it unchecked.
    return rule[`${column}.active`] !== 'false'
}

/** An active group with an active member, as the app looks for it. */
async function hasFallback({ reading, report, tables }: Context): Promise<boolean> {
    const properties = await reading.properties()
    const group = properties.value(FALLBACK_GROUP)
    if (group === undefined && properties.hidden > 0) {
        report.unknown('nobody_to_tell', hiddenReason('sys_properties', properties.hidden))
        return true
    }
    if (!group || !/^[0-9a-f]{32}$/.test(group)) return false
    const found = await tables.list('sys_user_group', `sys_id=${group}`, ['active', 'email'], 1)
    if (found.hidden > 0) {
        report.unknown('nobody_to_tell', hiddenReason('sys_user_group', found.hidden))
        return true
    }
    const [row] = found.rows
    if (row?.['active'] !== 'true') return false
    if (row['email']) return true
    const members = await tables.list(
        'sys_user_grmember',
        `group=${group}^user.active=true^user.emailISNOTEMPTY`,
        [],
        1
    )
    return members.rows.length > 0 || members.hidden > 0
}
