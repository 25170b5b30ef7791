import { consentAddress } from './consent-address'
import { dueAt, type StoredTokens } from './due'
import { failureMessage, giveUp } from './giving-up'
import { now } from '../shared/glide-time'
import { fillMessage, TOKEN_MESSAGES } from '../shared/token-messages'
import { grantOf } from './grant-type'
import type { LeadTimes } from './lead-times'
import type { Attempted, LastingRefusal, Outcome } from './outcome'
import type { TokenKey } from './token-key'
import { readRefusal } from './provider-answer'
import { requestToken } from './request-token'
import { finalWords, reauthorizeAfterDays } from './settings'
import { readStored, type Stored } from './stored-tokens'

/** One token to check and refresh. */
export interface AttemptOptions {
    key: TokenKey
    leadTimes: LeadTimes
    /** True: refreshed even if it is still valid. */
    always: boolean
    /** When it was last refreshed, in ms since 1970; null if the caller does not know. */
    renewed: number | null
    /** The refusal that has lasted so far; null if there is none, or the caller does not know. */
    refused: LastingRefusal | null
    /**
     * Claims the token before the provider is called. Returns a function that releases the claim, or null if another
     * attempt holds it. Left out if the caller has already claimed the token.
     */
    claim?(): (() => void) | null
}

/** Expiries and next attempts are kept in whole seconds, so a token that is due within this time is due now. */
const ROUNDING_MS = 2000

/** Checks a token and refreshes it if it is due. Never throws for failures of the provider or the platform. */
export function attempt({ claim, ...options }: AttemptOptions): Attempted {
    const { key } = options
    if (key.profile === '') return result('no_token', TOKEN_MESSAGES.recordWithoutProfile)
    const looked = look(options)
    if (looked.done || !claim) return looked.done ?? renew({ ...options, ...looked })
    const release = claim()
    if (!release) return result('retry_later', TOKEN_MESSAGES.inProgress, looked.stored)
    try {
        // The previous holder of the claim may have refreshed the token: read it again instead of using it a second time.
        const again = look(options)
        return again.done ?? renew({ ...options, ...again })
    } finally {
        release()
    }
}

/** The stored tokens, and either a final result or the grant type with which to request a new token. */
type Looked = { stored: Stored } & ({ done: Attempted } | { done: null; grantType: string })

function look({ key, leadTimes, always, renewed }: Omit<AttemptOptions, 'claim' | 'refused'>): Looked {
    const stored = readStored(key, renewed)
    const done = (attempted: Attempted) => ({ stored, done: attempted })
    if (!always && isValid(stored, leadTimes)) return done(result('valid', TOKEN_MESSAGES.valid, stored))
    if (stored.refreshToken !== '') return { stored, done: null, grantType: 'refresh_token' }
    const { exists, withoutPerson } = grantOf(key.profile)
    if (withoutPerson !== null) return { stored, done: null, grantType: withoutPerson }
    return done(exists ? needsPerson(key, stored) : withoutProfile(stored))
}

function isValid(stored: Stored, leadTimes: LeadTimes): boolean {
    if (!stored.hasAccess) return false
    const due = dueAt(stored, leadTimes)
    return due === null || due > now() + ROUNDING_MS
}

/** Without its profile, a token cannot be renewed by a new consent either. */
function withoutProfile(stored: Stored): Attempted {
    const outcome = stored.hasAccess || stored.hasRefresh ? 'retry_later' : 'no_token'
    return result(outcome, TOKEN_MESSAGES.profileMissing, stored)
}

function needsPerson(key: TokenKey, stored: Stored): Attempted {
    const address = consentAddress(key)
    if (!stored.hasAccess && !stored.hasRefresh)
        return result('no_token', fillMessage(TOKEN_MESSAGES.noToken, address), stored)
    if (stored.hasRefresh)
        return result('retry_later', fillMessage(TOKEN_MESSAGES.notReturned, address), stored)
    return result('reauthorize', fillMessage(TOKEN_MESSAGES.noRefreshToken, address), stored)
}

type RenewOptions = Pick<AttemptOptions, 'key' | 'refused'> & { grantType: string; stored: Stored }

function renew({ key, refused, grantType, stored }: RenewOptions): Attempted {
    const asked = now()
    const withRefreshToken = grantType === 'refresh_token'
    const failed = requestToken({
        key,
        grantType,
        refreshToken: withRefreshToken ? stored.refreshToken : '',
    })
    const after = readStored(key, asked)
    if (!failed) {
        if (!isAlive(after)) return result('retry_later', TOKEN_MESSAGES.notStored, after)
        return result('refreshed', TOKEN_MESSAGES.refreshed, after)
    }
    // The platform may have refreshed the token on demand in the meantime (KB1437067), which makes the refusal irrelevant.
    if (after.refreshToken !== stored.refreshToken && isAlive(after))
        return result('valid', TOKEN_MESSAGES.refreshedByPlatform, after)
    const refusal = readRefusal(failed, now(), finalWords())
    if (!withRefreshToken) {
        const message = failureMessage(refusal, null)
        return { ...result('retry_later', message, after), retryAfterS: refusal.retryAfterS }
    }
    const consent = consentAddress(key)
    const days = reauthorizeAfterDays()
    const reason = giveUp(refusal, { expires: stored.refreshExpires, refused, at: asked, days, consent })
    if (reason === null)
        return {
            ...result('retry_later', failureMessage(refusal, consent), after),
            retryAfterS: refusal.retryAfterS,
            refusal: refusal.fingerprint || null,
        }
    const { withoutPerson } = grantOf(key.profile)
    if (withoutPerson !== null) return renew({ key, refused, grantType: withoutPerson, stored })
    return result('reauthorize', reason, after)
}

/**
 * Whether the platform's report of success is credible: an unexpired access token is stored. It may be the previous one,
 * since a ServiceNow instance as provider returns the same access token while it is valid (DOCS
 * r_OAuthAPIRequestParameters).
 */
function isAlive({ hasAccess, accessExpires }: StoredTokens): boolean {
    return hasAccess && (accessExpires === null || accessExpires > now())
}

function result(outcome: Outcome, message: string, stored?: StoredTokens): Attempted {
    return {
        outcome,
        accessTokenExpiresIn: stored?.hasAccess ? secondsTo(stored.accessExpires) : null,
        refreshTokenExpiresIn: stored?.hasRefresh ? secondsTo(stored.refreshExpires) : null,
        message,
        retryAfterS: null,
        refusal: null,
    }
}

function secondsTo(ms: number | null): number | null {
    return ms === null ? null : Math.max(0, Math.floor((ms - now()) / 1000))
}
