import type { Failure } from '../protocol'
import { env } from './env'
import { expired } from './fail'
import { withLock } from './locks'
import { backOff, isBusy, retrying } from './retry'
import { expireSession, lockName, type Grant, type Session } from './session'
import type { Tokens } from './token-answer'

/** Further attempts of a renewal that the network or the instance failed. */
const ATTEMPTS = 2
/** Of a token's life, and in seconds at most: how far ahead of its end it is renewed. */
const LEAD = 0.2
const MAX_LEAD_S = 120

/** Takes tokens into use, and plans their renewal ahead of the end. */
export function useTokens(session: Session, tokens: Tokens): void {
    const { secrets } = session
    const { life, refresh } = tokens
    for (const token of [tokens.access, refresh]) if (token) secrets.add(token)
    // Windows that got the same token do not renew it at the same moment.
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
 * The tokens for a request: renewed ahead where their time has come, and waited for only where they are over.
 * @throws Failure `session_expired`, or what kept a renewal that had to be waited for
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
 * Renews the tokens, once for everybody who asks meanwhile, and never beside a window that holds the same ones. A
 * refusal by `invalid_grant` or `invalid_client` ends the session; whatever else fails leaves the tokens as they are,
 * and the next renewal for a while. Without a refresh token, too, the session is over.
 * @returns the tokens, which are in use unless the session ended meanwhile
 * @throws Failure `session_expired`, `network` or `http`
 */
export function renew(session: Session): Promise<Tokens> {
    return (session.renewing ??= run(session).finally(() => (session.renewing = undefined)))
}

async function run(session: Session): Promise<Tokens> {
    const { tokenEndpoint, grant, hold } = session
    const refresh_token = grant?.refresh ?? end(session)
    if (hold && env.performance.now() < hold.until) throw hold
    const isLive = () => session.grant === grant
    const request = () =>
        retrying(
            ATTEMPTS,
            (failure) => isLive() && (isBusy(failure) || !(failure.status! < 500)),
            // While another window had its turn, the session may have ended.
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
        throw (session.hold = {
            ...failure,
            code: failure.status ? 'http' : 'network',
            until: env.performance.now() + Math.max((failure.retryAfter ?? 0) * 1000, backOff(ATTEMPTS)),
        })
    }
}

/** Only a new sign-in helps. */
function end(session: Session): never {
    void expireSession(session)
    return expired()
}

/** Whether the instance says that these tokens are no longer good; a gateway's word does not count. */
function isRefusal({ code, status = 0 }: Failure): boolean {
    return /^invalid_(grant|client)$/.test(code) && status < 500
}
