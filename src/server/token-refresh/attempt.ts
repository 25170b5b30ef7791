import { consentAddress } from './consent-address'
import { dueAt, type StoredTokens } from './due'
import { failureMessage, giveUp } from './giving-up'
import { now } from './glide-time'
import { grantOf } from './grant-type'
import type { Attempted, LastingRefusal, Leads, Outcome, TokenKey } from './outcome'
import { readRefusal } from './provider-answer'
import { requestToken } from './request-token'
import { finalWords, reauthorizeAfterDays } from './settings'
import { readStored, type Stored } from './stored-tokens'

/** What is done about one token. */
export interface AttemptOptions {
    key: TokenKey
    leads: Leads
    /** True: renewed however long it still holds. */
    always: boolean
    /** When it was last renewed, in ms since 1970; null where the caller does not know. */
    renewed: number | null
    /** How it has been refused so far; null where it was not, or the caller does not know. */
    refused: LastingRefusal | null
    /**
     * Asked before the provider is: whether this is the only one that renews this token now. What it answers is called
     * afterwards; null: somebody else renews it. Left out where the caller has claimed the token already.
     */
    claim?(): (() => void) | null
}

/** Ends are told in whole seconds, and times of next attempts are cut to them: what is due so soon is due now. */
const ROUNDING_MS = 2000

/** Looks at a token and renews it where it is due. Never throws for what a provider or the platform does. */
export function attempt({ claim, ...options }: AttemptOptions): Attempted {
    const { key } = options
    if (key.profile === '') return result('no_token', 'The record has no OAuth profile.')
    const looked = look(options)
    if (looked.done || !claim) return looked.done ?? renew({ ...options, ...looked })
    const release = claim()
    if (!release) return result('retry_later', 'Another refresh of this token is in progress.', looked.stored)
    try {
        // Whoever held the claim until now may have renewed it, and what was read before would be used a second time.
        const again = look(options)
        return again.done ?? renew({ ...options, ...again })
    } finally {
        release()
    }
}

/** What is stored, and either a result that needs no provider or the grant by which the token is renewed. */
type Looked = { stored: Stored } & ({ done: Attempted } | { done: null; grantType: string })

function look({ key, leads, always, renewed }: Omit<AttemptOptions, 'claim' | 'refused'>): Looked {
    const stored = readStored(key, renewed)
    const done = (attempted: Attempted) => ({ stored, done: attempted })
    if (!always && isValid(stored, leads)) return done(result('valid', 'The token is valid.', stored))
    if (stored.refreshToken !== '') return { stored, done: null, grantType: 'refresh_token' }
    const { exists, withoutPerson } = grantOf(key.profile)
    if (withoutPerson !== null) return { stored, done: null, grantType: withoutPerson }
    return done(exists ? needsPerson(key, stored) : withoutProfile(stored))
}

function isValid(stored: Stored, leads: Leads): boolean {
    if (!stored.hasAccess) return false
    const due = dueAt(stored, leads)
    return due === null || due > now() + ROUNDING_MS
}

/** A consent for it would lead nowhere. */
function withoutProfile(stored: Stored): Attempted {
    const outcome = stored.hasAccess || stored.hasRefresh ? 'retry_later' : 'no_token'
    return result(outcome, 'The OAuth profile that the record references does not exist.', stored)
}

function needsPerson(key: TokenKey, stored: Stored): Attempted {
    const address = consentAddress(key)
    if (!stored.hasAccess && !stored.hasRefresh)
        return result('no_token', `No token is stored. Get a token at ${address}`, stored)
    if (stored.hasRefresh)
        return result(
            'retry_later',
            'A refresh token is stored, but the platform does not return it. Check the OAuth registration, or get a ' +
                `new token at ${address}`,
            stored
        )
    return result('reauthorize', `No refresh token is stored. Get a new token at ${address}`, stored)
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
        if (!isAlive(after))
            return result(
                'retry_later',
                'The provider returned a token, but the platform did not store it.',
                after
            )
        return result('refreshed', 'The token was refreshed.', after)
    }
    // Meanwhile the platform itself may have renewed it on demand (KB1437067): then the refusal is of no account.
    if (after.refreshToken !== stored.refreshToken && isAlive(after))
        return result('valid', 'The platform refreshed the token at the same time.', after)
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
 * The platform said that all went well; believed where an access token is stored that has not ended. It may be the one
 * from before: a ServiceNow instance as provider hands the same one out again while it holds (DOCS
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
