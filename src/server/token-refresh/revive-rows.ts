import { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import { credentialsName, readStoredSince } from './credentials'
import { fromStored, now, toStored } from './glide-time'
import { readTold } from './stored-tokens'

/** Rows that are looked at per run; the search looks at all of them. */
const LIMIT = 200

/** A row that waits for a person; times in ms since 1970. */
export interface Waiting {
    sysId: string
    requestor: string
    profile: string
    outcome: string
    lastAttempt: number
    /** Ends when it was last looked at; null where none was known. */
    accessExpires: number | null
    refreshExpires: number | null
}

/** Reads a row as one that may wait. */
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
 * Makes rows due for which somebody has given a new consent: those that wait for a person and whose credentials were
 * stored since they were last looked at. One statement where no row waits, one more where none of them got a token, and up
 * to two more otherwise.
 */
export function reviveRows(): void {
    const waiting = readWaiting()
    const oldest = Math.min(...waiting.map(({ lastAttempt }) => lastAttempt))
    const stored = readStoredSince(
        waiting.map(({ requestor }) => requestor),
        oldest
    )
    const revived = waiting.filter((row) =>
        isRevived(row, stored && { updated: stored.get(credentialsName(row)) })
    )
    if (revived.length === 0) return
    // Those that are due for other reasons do not wait for it.
    tryWrite('Token refresh: statuses with a new consent', () => {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        row.addQuery('sys_id', 'IN', revived.map(({ sysId }) => sysId).join(','))
        row.setValue('next_attempt', toStored(now()))
        row.setWorkflow(false)
        row.updateMultiple()
    })
}

/**
 * Whether a row that waits for a person has got new tokens since it was last looked at. Times are kept in whole seconds,
 * so what was stored within the second of that look counts as later.
 *
 * @param stored when its credentials were last stored, in ms since 1970, undefined where none are; null where the table
 *   may not be read, and `sn_auth` is asked instead
 */
export function isRevived(row: Waiting, stored: { updated: number | undefined } | null): boolean {
    if (!stored) return tellsNewer(row)
    return stored.updated !== undefined && stored.updated >= row.lastAttempt
}

/** Ends are told in whole seconds from now, so the same one may look a little later the next time, in ms. */
const SAME_END_MS = 5000

function tellsNewer(row: Waiting): boolean {
    const told = readTold(row)
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
