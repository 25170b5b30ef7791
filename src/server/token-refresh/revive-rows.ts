import { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import { readStoredSince } from './credentials'
import { tokenKey } from './token-key'
import { fromStored, now, toStored } from '../shared/glide-time'
import { readFromSnAuth, SAME_END_MS } from './stored-tokens'

/** Rows that are checked per run; the hourly search checks all of them. */
const LIMIT = 200

/** A row that waits for authorization; times in ms since 1970. */
export interface Waiting {
    sysId: string
    requestor: string
    profile: string
    outcome: string
    lastAttempt: number
    /** Expiries at the last attempt; null if unknown. */
    accessExpires: number | null
    refreshExpires: number | null
}

/** Reads a row that may wait for authorization. */
export function waitingOf(row: GlideRecord<'x_opfi_openfin_token_status'>): Waiting {
    return {
        sysId: row.getUniqueValue(),
        requestor: row.getValue('requestor') ?? '',
        profile: row.getValue('profile') ?? '',
        outcome: row.getValue('outcome') ?? '',
        lastAttempt: fromStored(row.getValue('last_attempt')) ?? 0,
        accessExpires: fromStored(row.getValue('access_token_expires')),
        refreshExpires: fromStored(row.getValue('refresh_token_expires')),
    }
}

/**
 * Makes rows due that have a new consent: those that wait for authorization and whose credentials were stored after the
 * last attempt. One statement if no row waits, two if none has a new token, up to four otherwise.
 */
export function reviveRows(): void {
    const waiting = readWaiting()
    const oldest = Math.min(...waiting.map(({ lastAttempt }) => lastAttempt))
    const stored = readStoredSince(
        waiting.map(({ requestor }) => requestor),
        oldest
    )
    const revived = waiting.filter((row) => isRevived(row, stored && { updated: stored.get(tokenKey(row)) }))
    if (revived.length === 0) return
    // A failure here must not hold up rows that are due anyway.
    tryWrite('Token refresh: statuses with a new consent', () => {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        row.addQuery('sys_id', 'IN', revived.map(({ sysId }) => sysId).join(','))
        row.setValue('next_attempt', toStored(now()))
        row.setWorkflow(false)
        row.updateMultiple()
    })
}

/**
 * Whether a row that waits for authorization has new tokens since its last attempt. Times are stored in whole seconds, so
 * tokens stored in the same second count as newer.
 *
 * @param stored when its credentials were last stored, in ms since 1970, undefined if there are none; null if the table
 *   cannot be read, in which case `sn_auth` is asked
 */
export function isRevived(row: Waiting, stored: { updated: number | undefined } | null): boolean {
    if (!stored) return hasNewerTokens(row)
    return stored.updated !== undefined && stored.updated >= row.lastAttempt
}

function hasNewerTokens(row: Waiting): boolean {
    const told = readFromSnAuth(row)
    if (row.outcome === 'no_token') return told.hasAccess || told.hasRefresh
    const isLater = (end: number | null, known: number | null) =>
        end !== null && (known === null || end > known + SAME_END_MS)
    return isLater(told.accessExpires, row.accessExpires) || isLater(told.refreshExpires, row.refreshExpires)
}

function readWaiting(): Waiting[] {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('outcome', 'IN', 'no_token,reauthorize')
    row.addNullQuery('next_attempt')
    row.addQuery('rule.active', true)
    row.orderByDesc('last_attempt')
    row.setLimit(LIMIT)
    row.query()
    const waiting: Waiting[] = []
    while (row.next()) waiting.push(waitingOf(row))
    return waiting
}
