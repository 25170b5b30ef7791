import { FALLBACK_GROUP } from '../properties'
import type { TableRow } from '../table-client'
import { hiddenReason, type Context } from './context'

const RULES = 'x_opfi_openfin_refresh_rule'

/** Columns of a rule with its recipients. */
export const PEOPLE_COLUMNS = [
    ...['notify_user', 'notify_user.active', 'notify_user.email', 'notify_user.notification'],
    ...['notify_group', 'notify_group.active'],
]

/** `sys_user.notification` of users who have disabled mail. */
const NO_MAIL = '1'

/**
 * Rules whose user and group cannot receive mail, without a usable fallback group, by the app's conditions:
 * an active user with an email address and mail enabled, or an active group with an address or such a member.
 */
export async function checkPeople(context: Context, rules: readonly TableRow[]): Promise<void> {
    const silent = rules.filter((rule) => !reachesUser(rule))
    if (silent.length === 0) return
    const fallback = await fallbackGroup(context)
    if (fallback === null) return
    const groups = silent.flatMap((rule) => (rule['notify_group.active'] === 'true' ? [groupOf(rule)] : []))
    const reached = await reachedGroups(context, [...new Set([...groups, fallback])].filter(isSysId))
    if (reached === null || reached.has(fallback)) return
    for (const rule of silent.filter((one) => !reached.has(groupOf(one)))) {
        context.report.found('nobody_to_tell', {
            message: `A mail about the refresh rule "${rule['name']}" has no recipient: it names no active user with an address and no group with such a member, and there is no fallback group. No notification is sent when a connection requires reauthorization.`,
            fix: `Set Notify user or Notify group in the rule, or the property ${FALLBACK_GROUP}.`,
            evidence: {
                ...{ table: RULES, record: rule.sys_id, field: 'notify_group' },
                ...{ found: groupOf(rule), wanted: null },
            },
        })
    }
}

function reachesUser(rule: TableRow): boolean {
    const isActive = rule['notify_user.active'] === 'true'
    return isActive && Boolean(rule['notify_user.email']) && rule['notify_user.notification'] !== NO_MAIL
}

function groupOf(rule: TableRow): string {
    return rule['notify_group'] ?? ''
}

function isSysId(text: string): boolean {
    return /^[0-9a-f]{32}$/.test(text)
}

/** sys_id of the group, empty without one; null if the property cannot be read. */
async function fallbackGroup({ reading, report }: Context): Promise<string | null> {
    const properties = await reading.properties()
    const group = properties.value(FALLBACK_GROUP)
    if (group === undefined && properties.hidden > 0) {
        report.unknown('nobody_to_tell', hiddenReason('sys_properties', properties.hidden))
        return null
    }
    return group ?? ''
}

/** Groups that can receive mail; null if they cannot be read. Takes two requests. */
async function reachedGroups(
    { report, tables }: Context,
    groups: readonly string[]
): Promise<Set<string> | null> {
    if (groups.length === 0) return new Set()
    const of = groups.join(',')
    const active = await tables.list('sys_user_group', `sys_idIN${of}^active=true`, ['email'])
    const members = await tables.list(
        'sys_user_grmember',
        `groupIN${of}^group.active=true^user.active=true^user.emailISNOTEMPTY^user.notification!=${NO_MAIL}`,
        ['group']
    )
    for (const [table, { hidden }] of [
        ['sys_user_group', active],
        ['sys_user_grmember', members],
    ] as const) {
        if (hidden === 0) continue
        report.unknown('nobody_to_tell', hiddenReason(table, hidden))
        return null
    }
    const withAddress = active.rows.filter((row) => row['email']).map(({ sys_id }) => sys_id)
    return new Set([...withAddress, ...members.rows.map((row) => row['group'] ?? '')])
}
