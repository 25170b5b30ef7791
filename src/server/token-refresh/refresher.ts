import { gs, GlideRecord } from '@servicenow/glide'
import { CLONED_MESSAGE, isClone } from '../clones/clone-guard'
import { attempt } from './attempt'
import { recordAttempt } from './history'
import { DEFAULT_LEAD_TIMES, type LeadTimes, leadTimesOfRule } from './lead-times'
import { nothingKnown, type RefreshResult } from './outcome'
import { tokenKey, type TokenKey, tokenKeyOf } from './token-key'
import { claimToken, deleteExpiredClaims, releaseToken } from './claims'
import { now } from '../shared/glide-time'
import { memoryOf, saveAttempt, type StatusRow } from './status-row'

/**
 * Checks a record's token and refreshes it if it is missing or about to expire, as `checkAndRefresh` of the script
 * include OAuthTokenRefresher does. With `always`, refreshes it unconditionally, as `refresh` does.
 *
 * @param record a GlideRecord of any table, positioned on an existing record
 * @param profile a field of the record that references the profile, or the profile's sys_id
 * @throws RefreshError `invalid_record`, `invalid_profile`
 */
export function refreshToken(record: unknown, profile: unknown, always: boolean): RefreshResult {
    const key = tokenKeyOf(record, profile)
    const row = statusOf(key)
    const leadTimes = row ? leadTimesOfRule(row.getValue('rule') ?? '') : DEFAULT_LEAD_TIMES
    const result = refreshNow(key, { row, leadTimes, always, run: '' })
    const { outcome, accessTokenExpiresIn, refreshTokenExpiresIn, message } = result
    return { outcome, accessTokenExpiresIn, refreshTokenExpiresIn, message }
}

/** Refreshes one token synchronously, under a claim of its own, and updates its status row. */
export function refreshNow(
    key: TokenKey,
    {
        row,
        leadTimes,
        always,
        run,
    }: { row: StatusRow | null; leadTimes: LeadTimes; always: boolean; run: string }
): RefreshResult {
    if (isClone()) return nothingKnown('retry_later', CLONED_MESSAGE)
    const began = now()
    const name = tokenKey(key)
    const holder = gs.generateGUID()
    let claimed = false
    const attempted = attempt({
        key,
        leadTimes,
        always,
        ...(row ? memoryOf(row) : { renewed: null, refused: null }),
        claim() {
            claimed = claimToken(name, holder)
            if (!claimed) {
                deleteExpiredClaims()
                claimed = claimToken(name, holder)
            }
            return claimed ? () => releaseToken(name, holder) : null
        },
    })
    // Without the claim, retry_later says nothing new about the token.
    if (row && (claimed || attempted.outcome !== 'retry_later')) {
        saveAttempt(row, attempted, leadTimes)
        if (attempted.outcome !== 'valid')
            recordAttempt({ status: row.getUniqueValue(), run, result: attempted, durationMs: now() - began })
    }
    return attempted
}

function statusOf({ requestor, profile }: TokenKey): StatusRow | null {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('requestor', '=', requestor)
    row.addQuery('profile', '=', profile)
    row.setLimit(1)
    row.query()
    return row.next() ? row : null
}
