import type { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import { backOff } from './back-off'
import { dueAt } from './due'
import { setRefreshEnd } from '../expiry-notices/refresh-end'
import { fromStored, now, toStored } from '../shared/glide-time'
import { incidentStep, type Notified } from './incident-step'
import { notify } from './notify'
import type { LeadTimes } from './lead-times'
import type { Attempted, LastingRefusal } from './outcome'
import { failuresBeforeEvent } from './settings'
import { SAME_END_MS } from './stored-tokens'

/** A row of the token status table. */
export type StatusRow = GlideRecord<'x_opfi_openfin_token_status'>

/** What a row stores about earlier attempts. */
export function memoryOf(row: StatusRow): { renewed: number | null; refused: LastingRefusal | null } {
    const refusal = row.getValue('refusal') ?? ''
    const since = fromStored(row.getValue('refused_since'))
    return {
        renewed: fromStored(row.getValue('renewed')),
        refused: refusal === '' || since === null ? null : { refusal, since },
    }
}

/**
 * Saves the result of an attempt, releases the row, and sends a notification if an incident begins or ends. The
 * notification comes first: if a node dies in between, it is sent twice rather than never. Never throws. One statement,
 * more with a notification.
 */
export function saveAttempt(row: StatusRow, attempted: Attempted, leadTimes: LeadTimes): void {
    const { outcome, message } = attempted
    const failures = outcome === 'retry_later' ? Number(row.getValue('failures') ?? 0) + 1 : 0
    const had = Boolean(row.getValue('access_token_expires') || row.getValue('refresh_token_expires'))
    const told = (row.getValue('told') ?? '') as Notified
    const step = incidentStep({
        outcome,
        failures,
        had,
        told,
        failuresBeforeEvent: failuresBeforeEvent(),
    })
    // If the platform refused the event, the next attempt raises it.
    const isNotified = step.event === null || notify(step.event, row, message)
    row.setValue('told', isNotified ? step.told : told)
    row.setValue('outcome', outcome)
    row.setValue('message', message.slice(0, 1000))
    row.setValue('failures', failures)
    row.setValue('force', false)
    row.setValue('last_attempt', toStored(now()))
    if (outcome === 'refreshed') row.setValue('renewed', toStored(now()))
    if (outcome === 'refreshed') row.setValue('end_kept', isEndKept(row, attempted))
    if (outcome !== 'no_token') {
        row.setValue('access_token_expires', stored(attempted.accessTokenExpiresIn))
        setRefreshEnd(row, stored(attempted.refreshTokenExpiresIn))
    }
    setRefusal(row, attempted)
    row.setValue('next_attempt', nextAttempt(row, { attempted, failures, leadTimes }))
    row.setValue('claimed_by', '')
    row.setValue('claimed_until', '')
    row.setWorkflow(false)
    tryWrite(`Token refresh: the status ${row.getUniqueValue()}`, () => row.update())
}

/** Whether the refresh left the refresh token's expiry where it was, as an echoed token does. */
function isEndKept(row: StatusRow, { refreshTokenExpiresIn }: Attempted): boolean {
    const before = fromStored(row.getValue('refresh_token_expires'))
    if (before === null || refreshTokenExpiresIn === null) return false
    return now() + refreshTokenExpiresIn * 1000 <= before + SAME_END_MS
}

/** A failure other than a refusal says nothing about the refresh token, so the known refusal stays. */
function setRefusal(row: StatusRow, { outcome, refusal }: Attempted): void {
    if (outcome === 'retry_later' && (refusal === null || refusal === row.getValue('refusal'))) return
    row.setValue('refusal', refusal ?? '')
    row.setValue('refused_since', refusal === null ? '' : toStored(now()))
}

/**
 * Saves that the token's record no longer exists, and releases the row. The next search deletes such a row, and it is not
 * refreshed until then. Sends no notification, since the record was deleted on purpose and no consent restores it. One
 * statement.
 */
export function saveMissingRecord(row: StatusRow): void {
    row.setValue('outcome', 'no_token')
    row.setValue('message', 'The record no longer exists.')
    row.setValue('last_attempt', toStored(now()))
    row.setValue('next_attempt', '')
    row.setValue('claimed_by', '')
    row.setValue('claimed_until', '')
    row.setWorkflow(false)
    tryWrite(`Token refresh: the status ${row.getUniqueValue()}`, () => row.update())
}

/** Empty if reauthorization is required: such a row has no further attempt until a new consent. */
function nextAttempt(
    row: StatusRow,
    { attempted, failures, leadTimes }: { attempted: Attempted; failures: number; leadTimes: LeadTimes }
): string {
    const { outcome, accessTokenExpiresIn, refreshTokenExpiresIn, retryAfterS } = attempted
    if (outcome === 'no_token' || outcome === 'reauthorize') return ''
    const refreshLeftMs = refreshTokenExpiresIn === null ? null : refreshTokenExpiresIn * 1000
    if (outcome === 'retry_later') {
        return toStored(
            now() + backOff({ failures, token: row.getValue('requestor') ?? '', retryAfterS, refreshLeftMs })
        )
    }
    const due = dueAt(
        {
            hasAccess: true,
            hasRefresh: refreshTokenExpiresIn !== null,
            accessExpires: inFuture(accessTokenExpiresIn),
            refreshExpires: inFuture(refreshTokenExpiresIn),
            renewed: outcome === 'refreshed' ? now() : fromStored(row.getValue('renewed')),
        },
        leadTimes
    )
    // If no expiry is known, check again in an hour.
    return toStored(due === null ? now() + 3_600_000 : Math.max(due, now()))
}

function inFuture(seconds: number | null): number | null {
    return seconds === null ? null : now() + seconds * 1000
}

function stored(seconds: number | null): string {
    return seconds === null ? '' : toStored(now() + seconds * 1000)
}
