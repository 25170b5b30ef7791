import type { LastingRefusal } from './outcome'
import type { Refusal } from './provider-answer'

const DAY_MS = 86_400_000

/** What is known of a refresh token besides its refusal. */
export interface RefusedToken {
    /** Its stored end, in ms since 1970; null where unknown. */
    expires: number | null
    /** How it has been refused so far; null where it was not, or that is unknown. */
    refused: LastingRefusal | null
    /** Now, in ms since 1970. */
    at: number
    /** Days after which a refusal in words that are not known counts as final. */
    days: number
    /** Where a person gives a new consent. */
    consent: string
}

/**
 * Whether a refused refresh token is given up, and what people read then: at once where the provider's words are final;
 * where they are not known, once its stored end has passed or it has been refused in the same way for so many days. In
 * the second case the registration may be at fault as well, and the message says so.
 *
 * @returns null where it is tried again
 */
export function giveUp(
    refusal: Refusal,
    { expires, refused, at, days, consent }: RefusedToken
): string | null {
    const { meaning, reason, fingerprint } = refusal
    if (meaning === 'final') return `The refresh token was rejected: ${reason}. Get a new one at ${consent}`
    if (meaning !== 'unknown') return null
    const either =
        'Either the OAuth registration no longer matches the provider: correct it, and choose "Refresh OAuth ' +
        `token". Or the refresh token is no longer valid: get a new one at ${consent}`
    if (expires !== null && expires <= at)
        return `The refresh token was rejected: ${reason}. Its stored expiry has passed. ${either}`
    if (refused?.refusal === fingerprint && at - refused.since >= days * DAY_MS)
        return `The refresh token has been rejected with the same error for ${days} days: ${reason}. ${either}`
    return null
}

/**
 * What people read of a failure that is tried again, with what they can do where it does not pass by itself.
 *
 * @param consent where a new refresh token is to be had; null where none was used
 */
export function failureMessage({ meaning, reason }: Refusal, consent: string | null): string {
    const failed = `The refresh failed: ${reason}.`
    if (meaning === 'passing') return failed
    if (meaning === 'client')
        return `${failed} Check the client ID and client secret of the OAuth registration.`
    return `${failed} If this persists, check the OAuth registration${consent === null ? '.' : `, or get a new token at ${consent}`}`
}
