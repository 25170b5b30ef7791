import { GlideRecord } from '@servicenow/glide'
import { claimName } from './claims'
import { now, toStored } from './glide-time'
import { leadsOf } from './rule-leads'
import { DEFAULT_LEADS, type Leads } from './outcome'

/** A row that is due, as the job needs it. */
export interface DueRow {
    sysId: string
    /** Name of its claim. */
    claim: string
    leads: Leads
    always: boolean
    /** A run claimed it before and did not come back: its node died, or nobody works off the queue. */
    lapsed: boolean
}

/** The next rows that are due and that nobody holds, earliest first; one statement over an index, one for the rules. */
export function readDueRows(limit: number): DueRow[] {
    const time = toStored(now())
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('next_attempt', '<=', time)
    row.addQuery('rule.active', true)
    row.addNullQuery('claimed_until').addOrCondition('claimed_until', '<=', time)
    row.orderBy('next_attempt')
    row.setLimit(limit)
    row.query()
    const due: (Omit<DueRow, 'leads'> & { rule: string })[] = []
    while (row.next()) {
        due.push({
            sysId: row.getUniqueValue(),
            rule: row.getValue('rule') ?? '',
            claim: claimName({
                requestor: row.getValue('requestor') ?? '',
                profile: row.getValue('profile') ?? '',
            }),
            always: row.getValue('force') === '1' || row.getValue('force') === 'true',
            lapsed: Boolean(row.getValue('claimed_by')),
        })
    }
    const leads =
        due.length === 0 ? new Map<string, Leads>() : leadsByRule([...new Set(due.map(({ rule }) => rule))])
    return due.map(({ rule, ...one }) => ({ ...one, leads: leads.get(rule) ?? DEFAULT_LEADS }))
}

function leadsByRule(rules: string[]): Map<string, Leads> {
    const leads = new Map<string, Leads>()
    const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
    rule.addQuery('sys_id', 'IN', rules.join(','))
    rule.query()
    while (rule.next()) leads.set(rule.getUniqueValue(), leadsOf(rule))
    return leads
}
