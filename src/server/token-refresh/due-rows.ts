import { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import { now, toStored } from '../shared/glide-time'
import { type LeadTimes, leadTimesOf } from './lead-times'
import { tokenKey } from './token-key'

/** A due row, as the refresh job needs it. */
export interface DueRow {
    sysId: string
    /** Key under which its token is claimed. */
    claim: string
    leadTimes: LeadTimes
    always: boolean
    /** An earlier run claimed it and did not finish: its node died, or no node processes the queue. */
    lapsed: boolean
}

/** Due rows, and whether more are due after them. */
export interface DueRows {
    rows: DueRow[]
    more: boolean
}

/**
 * Reads the next due and unclaimed rows, earliest first; one statement over an index, one for the rules. Rules are
 * queried separately, since a database that starts a join with them reads all their rows. Rows of an inactive or deleted
 * rule lose their next attempt, with one further statement, so that they do not hold up other rows.
 */
export function readDueRows(limit: number): DueRows {
    const time = toStored(now())
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('next_attempt', '<=', time)
    row.addNullQuery('claimed_until').addOrCondition('claimed_until', '<=', time)
    row.orderBy('next_attempt')
    row.setLimit(limit)
    row.query()
    const due: (Omit<DueRow, 'leadTimes'> & { rule: string })[] = []
    while (row.next()) {
        due.push({
            sysId: row.getUniqueValue(),
            rule: row.getValue('rule') ?? '',
            claim: tokenKey({
                requestor: row.getValue('requestor') ?? '',
                profile: row.getValue('profile') ?? '',
            }),
            always: row.getValue('force') === '1' || row.getValue('force') === 'true',
            lapsed: Boolean(row.getValue('claimed_by')),
        })
    }
    if (due.length === 0) return { rows: [], more: false }
    const leadTimes = leadTimesByActiveRule([...new Set(due.map(({ rule }) => rule))])
    clearNextAttempts(due.filter(({ rule }) => !leadTimes.has(rule)).map(({ sysId }) => sysId))
    return {
        rows: due.flatMap(({ rule, ...one }) => {
            const ofRule = leadTimes.get(rule)
            return ofRule ? [{ ...one, leadTimes: ofRule }] : []
        }),
        more: due.length === limit,
    }
}

function leadTimesByActiveRule(rules: string[]): Map<string, LeadTimes> {
    const leadTimes = new Map<string, LeadTimes>()
    const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
    rule.addQuery('sys_id', 'IN', rules.join(','))
    rule.addQuery('active', true)
    rule.query()
    while (rule.next()) leadTimes.set(rule.getUniqueValue(), leadTimesOf(rule))
    return leadTimes
}

/** The next search deletes these rows, or makes them due again if their rule is active by then. */
function clearNextAttempts(rows: string[]): void {
    if (rows.length === 0) return
    tryWrite('Token refresh: statuses of inactive rules', () => {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        row.addQuery('sys_id', 'IN', rows.join(','))
        row.setValue('next_attempt', '')
        row.setWorkflow(false)
        row.updateMultiple()
    })
}
