import { GlideRecord } from '@servicenow/glide'
import { bestEffort, logWarning, raiseEvent } from '../shared/best-effort'
import type { IncidentEvent } from './incident-step'
import { noRecipients, withGroup, withUser, type Recipients } from '../shared/recipients'
import { fallbackGroup } from './settings'

const EVENTS: Record<IncidentEvent, string> = {
    token_reauthorize: 'x_opfi_openfin.token_reauthorize',
    token_failing: 'x_opfi_openfin.token_failing',
    token_recovered: 'x_opfi_openfin.token_recovered',
}

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

function recipientsOf(ruleId: string): Recipients {
    const named = noRecipients()
    bestEffort(() => {
        const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
        if (ruleId === '' || !rule.get(ruleId)) return
        withUser(named, rule.getValue('notify_user') ?? '')
        withGroup(named, rule.getValue('notify_group') ?? '')
    })
    if (!named.reached) withGroup(named, fallbackGroup())
    return named
}
