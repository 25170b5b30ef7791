import { attempt } from './attempt'
import { recordAttempt } from './attempt-record'
import { coversRequest, releaseToken } from './claims'
import { now } from './glide-time'
import type { Attempted, LeadTimes } from './outcome'
import { requestorExists } from './requestor-exists'
import { memoryOf, saveAttempt, saveMissingRecord, type StatusRow } from './status-row'
import { tokenKey } from './token-key'

/** What the refresh job passes on with a row. */
export interface ClaimedRefresh {
    /** sys_id of the run, which holds the claim. */
    run: string
    leadTimes: LeadTimes
    /** True: a person requested the refresh, so the token is refreshed even if it is still valid. */
    always: boolean
}

/** Formats parm2 of the event (at most 255 characters). */
export function toParameter({ leadTimes, always }: Pick<ClaimedRefresh, 'leadTimes' | 'always'>): string {
    return [leadTimes.accessLeadS, leadTimes.refreshLeadS, always ? 1 : 0].join(' ')
}

/** Handles the event `x_opfi_openfin.token_due`: refreshes one claimed row. */
export function onTokenDue(row: StatusRow | null, event: { parm1: unknown; parm2: unknown }): void {
    if (!row || !row.isValidRecord()) return
    const [accessLeadS = NaN, refreshLeadS = NaN, always = 0] = String(event.parm2 ?? '')
        .split(' ')
        .map(Number)
    if (!Number.isFinite(accessLeadS) || !Number.isFinite(refreshLeadS)) return
    refreshClaimed(row, {
        run: String(event.parm1 ?? ''),
        leadTimes: { accessLeadS, refreshLeadS },
        always: always === 1,
    })
}

/** Refreshes a row that a run has claimed, unless the run no longer holds the claim. Never throws. */
export function refreshClaimed(row: StatusRow, { run, leadTimes, always }: ClaimedRefresh): void {
    if (run === '' || row.getValue('claimed_by') !== run || !coversRequest(row.getValue('claimed_until')))
        return
    const began = now()
    const key = {
        table: row.getValue('requestor_table') ?? '',
        requestor: row.getValue('requestor') ?? '',
        profile: row.getValue('profile') ?? '',
    }
    if (requestorExists(key)) {
        const memory = memoryOf(row)
        const attempted = safely(() => attempt({ key, leadTimes, always, ...memory }))
        saveAttempt(row, attempted, leadTimes)
        if (attempted.outcome !== 'valid')
            recordAttempt({ status: row.getUniqueValue(), run, result: attempted, durationMs: now() - began })
    } else saveMissingRecord(row)
    releaseToken(tokenKey(key), run)
}

/** Turns any exception into an outcome, so that one token does not affect others. Drops its text, which may hold a token. */
function safely(run: () => Attempted): Attempted {
    try {
        return run()
    } catch {
        return {
            outcome: 'retry_later',
            accessTokenExpiresIn: null,
            refreshTokenExpiresIn: null,
            message: 'The platform failed while refreshing the token.',
            retryAfterS: null,
            refusal: null,
        }
    }
}
