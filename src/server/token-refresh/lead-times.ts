import { GlideRecord } from '@servicenow/glide'

/** How long before its expiry a token is refreshed, in seconds. */
export interface LeadTimes {
    accessLeadS: number
    refreshLeadS: number
}

/** Lead times without a rule, as documented for administrators. */
export const DEFAULT_LEAD_TIMES: LeadTimes = { accessLeadS: 300, refreshLeadS: 604_800 }

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
