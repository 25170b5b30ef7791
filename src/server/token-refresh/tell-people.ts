import { GlideRecord } from '@servicenow/glide'
import { bestEffort, logWarning, raiseEvent } from '../shared/best-effort'
import type { IncidentEvent } from './incident-step'
import { fallbackGroup } from './settings'

const EVENTS: Record<IncidentEvent, string> = {
    token_reauthorize: 'x_opfi_openfin.token_reauthorize',
    token_failing: 'x_opfi_openfin.token_failing',
    token_recovered: 'x_opfi_openfin.token_recovered',
}

/** `sys_user.notification` of people who want no mail. */
const NO_MAIL = '1'

/**
 * Raises an event of a status row for the people of its rule: parm1 has the sys_ids of a user, a group, or both, which
 * the notification sends to; parm2 what happened. Where none of them can be reached, the app's fallback group is told as
 * well; where that cannot be reached either, the log says so.
 *
 * @returns false where the platform refused the event, so that nobody was told
 */
export function tellPeople(
    event: IncidentEvent,
    row: GlideRecord<'x_opfi_openfin_token_status'>,
    message: string
): boolean {
    const { people, reached } = peopleOf(row.getValue('rule') ?? '')
    if (!reached)
        logWarning(
            `Token refresh: no recipient for ${event} (${message.slice(0, 200)}). Set a user or group in the rule, or in ` +
                'the property x_opfi_openfin.token_refresh.fallback_group, with an active user who has an email address.'
        )
    return raiseEvent(EVENTS[event], row, [people.join(','), message.slice(0, 255)])
}

/** Who may be told, and whether a mail to them reaches anybody: a group may have lost its last member. */
interface People {
    people: string[]
    reached: boolean
}

function peopleOf(ruleId: string): People {
    const named: People = { people: [], reached: false }
    bestEffort(() => {
        const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
        if (ruleId === '' || !rule.get(ruleId)) return
        add(named, rule.getValue('notify_user') ?? '', addUser)
        add(named, rule.getValue('notify_group') ?? '', addGroup)
    })
    if (!named.reached) add(named, fallbackGroup(), addGroup)
    return named
}

/** Adds somebody whom a mail can reach; without the right to look, whoever is named. */
function add(named: People, sysId: string, look: (named: People, sysId: string) => void): void {
    if (sysId === '') return
    try {
        look(named, sysId)
    } catch {
        named.people.push(sysId)
        named.reached = true
    }
}

/** An active user without an address may have another device, so that one is named all the same. */
function addUser(named: People, sysId: string): void {
    const user = new GlideRecord('sys_user')
    if (!user.get(sysId) || !isTrue(user.getValue('active'))) return
    named.people.push(sysId)
    named.reached ||= Boolean(user.getValue('email')) && user.getValue('notification') !== NO_MAIL
}

function addGroup(named: People, sysId: string): void {
    const group = new GlideRecord('sys_user_group')
    if (!group.get(sysId) || !isTrue(group.getValue('active'))) return
    named.people.push(sysId)
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
