import type { Failure, Pins, RevokeRule, SessionNotice, User } from '../protocol'
import { env } from './env'
import { withLock } from './locks'
import { sleep } from './retry'
import type { Tokens } from './token-answer'
import { createTokenEndpoint, type TokenEndpoint } from './token-endpoint'

/** Milliseconds that `disconnect()` waits for the instance to revoke the tokens. */
const REVOCATION_MS = 3000

/** Tokens in use. */
export interface Grant extends Tokens {
    /** Monotonic times: from when on it is renewed ahead of its end, and its end. */
    renewAt: number
    endsAt: number
    /** Whether anything asked for it; an idle connection's token is renewed no further than once. */
    used: boolean
    timer?: ReturnType<typeof setTimeout>
}

/** A page's end of a session. */
export interface Member {
    /** Told that the session is over. */
    expire(): void
}

/** All that a worker holds for its one instance and client. */
export interface Session {
    readonly pins: Pins
    readonly tokenEndpoint: TokenEndpoint
    readonly members: Set<Member>
    /** Undefined before the sign-in and after the end. */
    grant?: Grant | undefined
    /** Known once a sign-in went all the way. */
    user?: User | undefined
    /** Every token of this session, which no text that leaves the worker may hold. */
    secrets: Set<string>
    /** The renewal under way, with the tokens that it brings. */
    renewing?: Promise<Tokens> | undefined
    /** Why the last renewal failed, and until when no other one is tried. */
    hold?: Failure & { until: number }
    /** The sign-in under way. */
    busy?: Promise<void> | undefined
    /** Lets other windows know that the tokens are in use; answers once they know that they are not. */
    release?: (() => Promise<unknown>) | undefined
}

/** What a page hears unasked. */
export const EXPIRED: SessionNotice = { type: 'session_expired' }

/** A session before its sign-in. */
export function createSession(pins: Pins): Session {
    return { pins, tokenEndpoint: createTokenEndpoint(pins), members: new Set(), secrets: new Set() }
}

/** Takes the session's tokens out of a text; those of a session that ended since are taken out, too. */
export function masker({ secrets }: Session): (text: string) => string {
    return (text) => [...secrets].reduce((masked, secret) => masked.split(secret).join('***'), text)
}

/** Signs the session in: from here on it is live, for all windows of this client and user on the origin. */
export async function openSession(session: Session, user: User): Promise<void> {
    await new Promise<void>((granted) => {
        const released = withLock(
            lockName(session, user['sys_id']),
            { mode: 'shared' },
            () =>
                new Promise<void>((release) => {
                    session.release = () => (release(), released)
                    granted()
                })
        )
    })
    session.user = user
}

/**
 * Ends the session of all its members, and lets go of every token.
 * @returns once other windows know that the tokens are not in use here
 */
export async function expireSession(session: Session): Promise<void> {
    const { members, release } = session
    env.clearTimeout(session.grant?.timer)
    session.grant = session.user = session.release = undefined
    session.secrets = new Set()
    for (const member of members) member.expire()
    members.clear()
    await release?.()
}

/** Takes a member out. With the last one, or by rule `always`, the session ends. */
export async function leaveSession(session: Session, member: Member, rule: RevokeRule): Promise<void> {
    const { members } = session
    if (members.delete(member) && !(members.size && rule !== 'always')) await endSession(session, rule)
}

/**
 * Lets go of the tokens: of those that the worker holds at once, of those at the instance as the rule says, within a
 * short time. A renewal that is still under way is revoked with them. An instance gives all sign-ins of a user the same
 * tokens, so `last` leaves them to other windows of the user, where it is known whose they are.
 */
export async function endSession(session: Session, rule: RevokeRule): Promise<void> {
    const { tokenEndpoint, grant, user, renewing } = session
    const released = expireSession(session)
    if (rule === 'never' || !grant) return
    const revoke = async () => {
        const late = await renewing?.catch(() => undefined)
        await tokenEndpoint.revokeTokens({ ...grant, ...late })
    }
    const unlessUsed = async (user: User) => {
        await released
        await withLock(lockName(session, user['sys_id']), { ifAvailable: true }, async (lock) => {
            if (lock !== null) await revoke()
        })
    }
    await atMost(rule === 'last' && user ? unlessUsed(user) : revoke())
}

/** Waits for a revocation, but not for long; how it ends does not matter. */
export async function atMost(revoked: Promise<unknown> | undefined): Promise<void> {
    await Promise.race([sleep(REVOCATION_MS), revoked]).catch(() => {})
}

/** Name of a Web Lock: of the sessions of a user, by the user's `sys_id`, or of renewals. */
export function lockName({ pins: { instanceUrl, clientId } }: Session, what: unknown): string {
    return `openfin-servicenow-client ${instanceUrl} ${clientId} ${what as string}`
}
