import { attempt } from './attempt'
import { coversRequest, releaseToken } from './claims'
import { fromParameters, type ClaimedRefresh } from './due-event'
import { now } from '../shared/glide-time'
import { TOKEN_MESSAGES } from '../shared/token-messages'
import { recordAttempt } from './history'
import { nothingKnown, type Attempted } from './outcome'
import { requestorExists, tokenKey } from './token-key'
import { memoryOf, saveAttempt, saveMissingRecord, type StatusRow } from './status-row'

/** Handles the event `x_opfi_openfin.token_due`: refreshes one claimed row. */
export function onTokenDue(row: StatusRow | null, event: { parm1: unknown; parm2: unknown }): void {
    const claimed = fromParameters(event)
    if (claimed && row?.isValidRecord()) refreshClaimed(row, claimed)
}

/** Refreshes a row that a run has claimed, unless the run no longer holds the claim. Never throws. */
export function refreshClaimed(row: StatusRow, { run, leadTimes, always }: ClaimedRefresh): void {
    if (row.getValue('claimed_by') !== run || !coversRequest(row.getValue('claimed_until'))) return
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
        const failed = nothingKnown('retry_later', TOKEN_MESSAGES.platformFailed)
        return { ...failed, retryAfterS: null, refusal: null }
    }
}
