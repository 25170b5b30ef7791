import { gs, type GlideRecord } from '@servicenow/glide'
import { bestEffort, logWarning, raiseEvent } from '../../shared/best-effort'
import { checkRule } from './check-rule'

/** Business rule before a refresh rule is saved: rejects an invalid rule, with the reason. */
export function refuseBadRule(current: GlideRecord<'x_opfi_openfin_refresh_rule'>): void {
    const text = (name: string) =>
        String((current as unknown as { getValue(name: string): unknown }).getValue(name) ?? '')
    const reason = checkRule({
        name: text('name'),
        table: text('table'),
        condition: text('condition'),
        profileField: text('profile_field'),
        profile: text('profile'),
        accessLeadS: text('access_lead_s'),
        refreshLeadS: text('refresh_lead_s'),
    })
    if (reason === null) return
    // Abort first: an exception in a business rule does not keep the record from being saved.
    current.setAbortAction(true)
    bestEffort(() => gs.addErrorMessage(`Refresh rule not saved. ${reason}`))
    logWarning(`Refresh rule "${text('name').slice(0, 80)}" not saved. ${reason}`)
}

/** Business rule after a refresh rule was saved or deleted: queues a search, for any node. */
export function searchSoon(current: GlideRecord<'x_opfi_openfin_refresh_rule'>): void {
    const element = (name: string) => current.getElement(name as 'name') as unknown as { changes(): boolean }
    // All columns of a new rule count as changed, but it has no rows yet.
    const leadTimesChanged =
        current.operation() === 'update' &&
        (element('access_lead_s').changes() || element('refresh_lead_s').changes())
    raiseEvent('x_opfi_openfin.rules_changed', current, [leadTimesChanged ? 'leads' : '', ''])
}
