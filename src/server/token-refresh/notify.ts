import { GlideRecord } from '@servicenow/glide'
import { bestEffort, logWarning, raiseEvent } from '../shared/best-effort'
import type { IncidentEvent } from './incident-step'
import { fallbackGroup } from './settings'

const EVENTS: Record<IncidentEvent, string> = {
    token_reauthorize: 'x_opfi_openfin.token_reauthorize',
    token_failing: 'x_opfi_openfin.token_failing',
    token_recovered: 'x_opfi_openfin.token_recovered',
}

/** `sys_user.notification` of users who have disabled mail. */
const NO_MAIL = '1'

/**
 * Raises an event of a status row for the recipients of its rule. parm1: sys_ids of the user, the group, or both, to
 * which the notification is sent; parm2: message. If none of them can be reached, the fallback group is notified as well;
 * if that cannot be reached either, a warning is logged.
 *
 * @returns false if the platform refused the event, so that no notification was sent
 */
export function notify(
    event: IncidentEvent,
    row: GlideRecord<'x_opfi_openfin_token_status'>,
    message: string
): boolean {
    const { recipients, reached } = recipientsOf(row.getValue('rule') ?? '')
    if (!reached)
        logWarning(
            `Token refresh: no recipient for ${event} (${message.slice(0, 200)}). Set a user or group in the rule, or in ` +
                'the property x_opfi_openfin.token_refresh.fallback_group, with an active user who has an email address.'
        )
    return raiseEvent(EVENTS[event], row, [recipients.join(','), message.slice(0, 255)])
}

/** Active recipients, and whether a mail reaches any of them: a group may have no member left. */
interface Recipients {
    recipients: string[]
    reached: boolean
}

function recipientsOf(ruleId: string): Recipients {
    const named: Recipients = { recipients: [], reached: false }
    bestEffort(() => {
        const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
        if (ruleId === '' || !rule.get(ruleId)) return
        add(named, rule.getValue('notify_user') ?? '', addUser)
        add(named, rule.getValue('notify_group') ?? '', addGroup)
    })
    if (!named.reached) add(named, fallbackGroup(), addGroup)
    return named
}

/** Adds an active recipient; without the right to read the record, adds it unchecked. */
function add(named: Recipients, sysId: string, look: (named: Recipients, sysId: string) => void): void {
    if (sysId === '') return
    try {
        look(named, sysId)
    } catch {
        named.recipients.push(sysId)
        named.reached = true
    }
}

/** An active user without an email address may have another device, and is a recipient as well. */
function addUser(named: Recipients, sysId: string): void {
    const user = new GlideRecord('sys_user')
    if (!user.get(sysId) || !isTrue(user.getValue('active'))) return
    named.recipients.push(sysId)
    named.reached ||= Boolean(user.getValue('email')) && user.getValue('notification') !== NO_MAIL
}

function addGroup(named: Recipients, sysId: string): void {
    const group = new GlideRecord('sys_user_group')
    if (!group.get(sysId) || !isTrue(group.getValue('active'))) return
    named.recipients.push(sysId)
    named.reached ||= Boolean(group.getValue('email')) || hasMember(sysId)
}

function hasMember(group: string): boolean {
    const member = new GlideRecord('sys_user_grmember')
    member.addQuery('group', '=', group)
    member.addQuery('user.active', true)
    member.addNotNullQuery('user.email')
    member.addQuery('user.notification', '!=', NO_MAIL)
    member.setLimit(1)
    member.query()
    return member.hasNext()
}

function isTrue(value: string | null): boolean {
    return value === '1' || value === 'true'
}
