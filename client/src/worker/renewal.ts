import type { Failure } from '../protocol'
import { env } from './env'
import { expired } from './fail'
import { withLock } from './locks'
import { backOff, isBusy, withRetry } from './retry'
import { expireSession, lockName, type Grant, type Session } from './session'
import type { Tokens } from './token-answer'

/** Further attempts of a renewal after a network fault or a 5xx response. */
const ATTEMPTS = 2
/** How early a token is renewed: as a fraction of its lifetime, and the maximum in seconds. */
const LEAD = 0.2
const MAX_LEAD_S = 120

/** Stores new tokens and schedules their renewal before they expire. */
export function useTokens(session: Session, tokens: Tokens): void {
    const { secrets } = session
    const { life, refresh } = tokens
    for (const token of [tokens.access, refresh]) if (token) secrets.add(token)
    // The random part keeps windows with the same token from renewing it at the same moment.
    const lead = Math.min(life * LEAD, MAX_LEAD_S) * (0.5 + env.Math.random() / 2)
    const now = env.performance.now()
    const first = !session.grant
    env.clearTimeout(session.grant?.timer)
    const grant: Grant = {
        ...tokens,
        renewAt: now + (life - lead) * 1000,
        endsAt: now + life * 1000,
        used: first,
    }
    session.grant = grant
    if (!refresh) return
    grant.timer = env.setTimeout(() => {
        if (grant.used) void renew(session).catch(() => {})
    }, grant.renewAt - now)
}

/**
 * Returns the tokens for a request. Renews them early in the background; waits for the renewal only if they
 * have expired.
 * @throws Failure `session_expired`, or the failure of a renewal that had to be waited for
 */
export async function freshTokens(session: Session): Promise<Grant> {
    const { grant } = session
    if (grant?.refresh && env.performance.now() >= grant.renewAt) {
        const renewed = renew(session)
        void renewed.catch(() => {})
        if (env.performance.now() >= grant.endsAt) await renewed
    }
    const current = session.grant ?? expired()
    current.used = true
    return current
}

/**
 * Renews the tokens. Concurrent callers share one renewal, and a lock keeps other windows with the same
 * tokens from renewing at the same time. `invalid_grant` and `invalid_client` end the session. Any other
 * failure keeps the tokens and delays the next renewal. Without a refresh token, the session ends.
 * @returns the tokens, which are in use unless the session has ended meanwhile
 * @throws Failure `session_expired`, `network` or `http`
 */
export function renew(session: Session): Promise<Tokens> {
    return (session.renewing ??= run(session).finally(() => (session.renewing = undefined)))
}

async function run(session: Session): Promise<Tokens> {
    const { tokenEndpoint, grant, cooldown } = session
    const refresh_token = grant?.refresh ?? end(session)
    if (cooldown && env.performance.now() < cooldown.until) throw cooldown
    const isLive = () => session.grant === grant
    const request = () =>
        withRetry(
            ATTEMPTS,
            (failure) => isLive() && (isBusy(failure) || !(failure.status! < 500)),
            // The session may have ended while this window waited for the lock.
            async () =>
                isLive() ? tokenEndpoint.askTokens({ grant_type: 'refresh_token', refresh_token }) : expired()
        )
    try {
        const tokens = await withLock(lockName(session, 'renewal'), {}, request)
        tokens.refresh ??= refresh_token
        if (isLive()) useTokens(session, tokens)
        return tokens
    } catch (error) {
        const failure = error as Failure
        if (!isLive()) return expired()
        if (isRefusal(failure)) end(session)
        throw (session.cooldown = {
            ...failure,
            code: failure.status ? 'http' : 'network',
            until: env.performance.now() + Math.max((failure.retryAfter ?? 0) * 1000, backOff(ATTEMPTS)),
        })
    }
}

/** Ends the session; the user must sign in again. */
function end(session: Session): never {
    void expireSession(session)
    return expired()
}

/** Whether the instance rejected the refresh token. A 5xx of a gateway does not count. */
function isRefusal({ code, status = 0 }: Failure): boolean {
    return /^invalid_(grant|client)$/.test(code) && status < 500
}
