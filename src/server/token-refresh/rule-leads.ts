import { GlideRecord } from '@servicenow/glide'
import { DEFAULT_LEADS, type Leads } from './outcome'

/** Lead times of a rule; the defaults if the rule does not exist. */
export function leadsOfRule(ruleId: string): Leads {
    const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
    return ruleId !== '' && rule.get(ruleId) ? leadsOf(rule) : DEFAULT_LEADS
}

/** Lead times of a rule's record; the default if a column is empty. */
export function leadsOf(rule: GlideRecord<'x_opfi_openfin_refresh_rule'>): Leads {
    return {
        accessLeadS: seconds(rule.getValue('access_lead_s'), DEFAULT_LEADS.accessLeadS),
        refreshLeadS: seconds(rule.getValue('refresh_lead_s'), DEFAULT_LEADS.refreshLeadS),
    }
}

function seconds(value: string | null, byDefault: number): number {
    const number = Number(value)
    return value === null || value === '' || !Number.isFinite(number) ? byDefault : Math.max(0, number)
}
