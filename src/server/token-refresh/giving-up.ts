import { DAY_MS } from '../shared/glide-time'
import { fillMessage, TOKEN_MESSAGES } from '../shared/token-messages'
import type { LastingRefusal } from './outcome'
import type { Refusal } from './provider-answer'

/** What is known about a rejected refresh token besides the response. */
export interface RefusedToken {
    /** Its stored expiry, in ms since 1970; null if unknown. */
    expires: number | null
    /** The refusal that has lasted so far; null if there is none, or it is unknown. */
    refused: LastingRefusal | null
    /** Now, in ms since 1970. */
    at: number
    /** Days after which a refusal with an unknown code counts as final. */
    days: number
    /** URL at which a person grants consent again. */
    consent: string
}

/**
 * Decides whether to give up a rejected refresh token, and with which message: at once if the error code is final; if
 * the code is unknown, once the stored expiry has passed or the token has been rejected with the same error for `days`.
 * In the second case the registration may be at fault as well, and the message says so.
 *
 * @returns null if the refresh is to be retried
 */
export function giveUp(
    refusal: Refusal,
    { expires, refused, at, days, consent }: RefusedToken
): string | null {
    const { meaning, reason, fingerprint } = refusal
    if (meaning === 'final') return fillMessage(TOKEN_MESSAGES.rejected, reason, consent)
    if (meaning !== 'unknown') return null
    if (expires !== null && expires <= at)
        return fillMessage(TOKEN_MESSAGES.rejectedPastExpiry, reason, consent)
    if (refused?.refusal === fingerprint && at - refused.since >= days * DAY_MS)
        return fillMessage(TOKEN_MESSAGES.rejectedForDays, String(days), reason, consent)
    return null
}

/**
 * Message for a failure that is retried, with what to do if it persists.
 *
 * @param consent URL at which to get a new refresh token; null if none was used
 */
export function failureMessage({ meaning, reason }: Refusal, consent: string | null): string {
    if (meaning === 'passing') return fillMessage(TOKEN_MESSAGES.failed, reason)
    if (meaning === 'client') return fillMessage(TOKEN_MESSAGES.failedByClient, reason)
    if (consent === null) return fillMessage(TOKEN_MESSAGES.failedCheck, reason)
    return fillMessage(TOKEN_MESSAGES.failedCheckOrConsent, reason, consent)
}
