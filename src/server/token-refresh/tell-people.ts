import { gs, GlideRecord } from '@servicenow/glide'
import type { IncidentEvent } from './incident-step'
import { fallbackGroup } from './settings'
import type { StatusRow } from './status-row'

const EVENTS: Record<IncidentEvent, string> = {
    token_reauthorize: 'x_opfi_openfin.token_reauthorize',
    token_failing: 'x_opfi_openfin.token_failing',
    token_recovered: 'x_opfi_openfin.token_recovered',
}

/**
 * Raises an event of a status row for the people of its rule: parm1 has the sys_ids of a user, a group, or both, which
 * the notification sends to; parm2 what happened. Whoever is inactive or not named is replaced by the app's fallback
 * group; where there is none either, the log says so.
 */
export function tellPeople(event: IncidentEvent, row: StatusRow, message: string): void {
    const people = peopleOf(row.getValue('rule') ?? '')
    if (people.length === 0)
        gs.warn(
            `Token refresh: nobody is told of ${event} (${message.slice(0, 200)}). Set a user or a group in the rule, or ` +
                'the property x_opfi_openfin.token_refresh.fallback_group.'
        )
    gs.eventQueue(EVENTS[event], row, people.join(','), message.slice(0, 255))
}

function peopleOf(ruleId: string): string[] {
    const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
    const named: string[] = []
    if (ruleId !== '' && rule.get(ruleId)) {
        const user = rule.getValue('notify_user') ?? ''
        const group = rule.getValue('notify_group') ?? ''
        if (user !== '' && isActiveUser(user)) named.push(user)
        if (group !== '' && isActiveGroup(group)) named.push(group)
    }
    if (named.length > 0) return named
    const fallback = fallbackGroup()
    return fallback !== '' && isActiveGroup(fallback) ? [fallback] : []
}

function isActiveUser(sysId: string): boolean {
    const user = new GlideRecord('sys_user')
    return user.get(sysId) && isTrue(user.getValue('active'))
}

function isActiveGroup(sysId: string): boolean {
    const group = new GlideRecord('sys_user_group')
    return group.get(sysId) && isTrue(group.getValue('active'))
}

function isTrue(value: string | null): boolean {
    return value === '1' || value === 'true'
}
