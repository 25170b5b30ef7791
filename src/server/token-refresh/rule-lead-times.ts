import { GlideRecord } from '@servicenow/glide'
import { DEFAULT_LEAD_TIMES, type LeadTimes } from './outcome'

/** Lead times of a rule; the defaults if the rule does not exist. */
export function leadTimesOfRule(ruleId: string): LeadTimes {
    const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
    return ruleId !== '' && rule.get(ruleId) ? leadTimesOf(rule) : DEFAULT_LEAD_TIMES
}

/** Lead times of a rule's record; the default if a column is empty. */
export function leadTimesOf(rule: GlideRecord<'x_opfi_openfin_refresh_rule'>): LeadTimes {
    return {
        accessLeadS: seconds(rule.getValue('access_lead_s'), DEFAULT_LEAD_TIMES.accessLeadS),
        refreshLeadS: seconds(rule.getValue('refresh_lead_s'), DEFAULT_LEAD_TIMES.refreshLeadS),
    }
}

function seconds(value: string | null, byDefault: number): number {
    const number = Number(value)
    return value === null || value === '' || !Number.isFinite(number) ? byDefault : Math.max(0, number)
}
