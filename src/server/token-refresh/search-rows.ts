import { GlideRecord } from '@servicenow/glide'
import { bestEffort } from '../shared/best-effort'
import type { Credentials } from './credentials'
import type { LeadTimes } from './lead-times'
import { dueAt } from './due'
import { now, toStored } from '../shared/glide-time'
import { TOKEN_MESSAGES } from '../shared/token-messages'
import { setConsent } from '../expiry-notices/consent'
import { isRevived, waitingOf, type Waiting } from './revive-rows'

/** A rule as the search needs it. */
export interface SearchedRule {
    sysId: string
    name: string
    table: string
    condition: string
    profileField: string
    profile: string
    leadTimes: LeadTimes
}

/** A record that a rule covers, with its profile. */
export interface Found {
    requestor: string
    profile: string
}

/** A status row, as the search compares it. */
export interface KnownRow extends Waiting {
    rule: string
    nextAttempt: string
    consentedBy: string
}

/** Status rows of the page's records, of any rule, and rows of this rule within the page's range. Two statements. */
export function readRows(page: {
    rule: string
    after: string
    last: string | null
    requestors: Found[]
}): KnownRow[] {
    const rows = new Map<string, KnownRow>()
    const own = new GlideRecord('x_opfi_openfin_token_status')
    own.addQuery('rule', '=', page.rule)
    if (page.after !== '') own.addQuery('requestor', '>', page.after)
    if (page.last !== null) own.addQuery('requestor', '<=', page.last)
    collect(own, rows)
    if (page.requestors.length > 0) {
        const others = new GlideRecord('x_opfi_openfin_token_status')
        others.addQuery('requestor', 'IN', page.requestors.map(({ requestor }) => requestor).join(','))
        others.addQuery('rule', '!=', page.rule).addOrCondition('rule', '')
        collect(others, rows)
    }
    return [...rows.values()]
}

function collect(row: GlideRecord<'x_opfi_openfin_token_status'>, rows: Map<string, KnownRow>): void {
    row.query()
    while (row.next()) {
        rows.set(row.getUniqueValue(), {
            ...waitingOf(row),
            rule: row.getValue('rule') ?? '',
            nextAttempt: row.getValue('next_attempt') ?? '',
            consentedBy: row.getValue('consented_by') ?? '',
        })
    }
}

/** Adds a status row, unless another search has added it meanwhile (unique by requestor and profile). */
export function addRow(
    rule: SearchedRule,
    { requestor, profile }: Found,
    credentials: Credentials | undefined
): void {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.initialize()
    row.setValue('rule', rule.sysId)
    row.setValue('requestor_table', rule.table)
    row.setValue('requestor', requestor)
    row.setValue('profile', profile)
    row.setValue('failures', 0)
    const due = firstAttempt(rule, credentials)
    row.setValue('next_attempt', toStored(due))
    if (due > now()) {
        row.setValue('outcome', 'valid')
        row.setValue('message', TOKEN_MESSAGES.valid)
    }
    setEnds(row, credentials)
    row.setWorkflow(false)
    // The platform may throw for a duplicate key, which must not hold up the other rows.
    bestEffort(() => row.insert())
}

/** When to make the first attempt: when the token is due, or at once if nothing is known about it. */
function firstAttempt({ leadTimes }: SearchedRule, credentials: Credentials | undefined): number {
    if (!credentials) return now()
    const { accessExpires = null, refreshExpires = null, updated } = credentials
    const due = dueAt(
        {
            hasAccess: credentials.accessExpires !== undefined,
            hasRefresh: credentials.refreshExpires !== undefined,
            accessExpires,
            refreshExpires,
            renewed: updated,
        },
        leadTimes
    )
    return Math.max(due ?? 0, now())
}

function setEnds(
    row: GlideRecord<'x_opfi_openfin_token_status'>,
    credentials: Credentials | undefined
): void {
    const { accessExpires, refreshExpires, updated } = credentials ?? {}
    if (typeof accessExpires === 'number') row.setValue('access_token_expires', toStored(accessExpires))
    if (typeof refreshExpires === 'number') row.setValue('refresh_token_expires', toStored(refreshExpires))
    if (updated) row.setValue('renewed', toStored(updated))
    if (credentials?.user) row.setValue('consented_by', credentials.user)
}

/**
 * Assigns a row to a rule with a lower order, and makes a row due that has a new consent or lost its next attempt while
 * its rule was inactive.
 */
export function takeOver(
    rule: SearchedRule,
    {
        row,
        holdsAlready,
        stored,
        user = '',
    }: {
        row: KnownRow
        holdsAlready: boolean
        stored: { updated: number | undefined } | null
        /** Who gave the consent; empty if unknown. */
        user?: string | undefined
    }
): void {
    const forPerson = ['no_token', 'reauthorize'].includes(row.outcome)
    const revived = row.nextAttempt === '' && (!forPerson || isRevived(row, stored))
    const consentChanged = user !== '' && user !== row.consentedBy
    if (holdsAlready && !revived && !consentChanged) return
    const changed = new GlideRecord('x_opfi_openfin_token_status')
    if (!changed.get(row.sysId)) return
    if (consentChanged) setConsent(changed, user)
    if (!holdsAlready) {
        changed.setValue('rule', rule.sysId)
        changed.setValue('requestor_table', rule.table)
    }
    // Lead times differ by rule, so the next attempt is calculated anew.
    if (!holdsAlready || revived) changed.setValue('next_attempt', toStored(now()))
    changed.setWorkflow(false)
    changed.update()
}

/** Deletes rows. One statement. */
export function removeRows(rows: KnownRow[]): void {
    if (rows.length === 0) return
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('sys_id', 'IN', rows.map(({ sysId }) => sysId).join(','))
    row.setWorkflow(false)
    row.deleteMultiple()
}
