import type { Failure, Pins, RevokeRule, SessionNotice, User } from '../protocol'
import { env } from './env'
import { withLock } from './locks'
import { sleep } from './retry'
import type { Tokens } from './token-answer'
import { createTokenEndpoint, type TokenEndpoint } from './token-endpoint'

/** Milliseconds that `disconnect()` waits for the instance to revoke the tokens. */
const REVOCATION_MS = 3000

/** The tokens in use. */
export interface Grant extends Tokens {
    /** Monotonic times of the early renewal and of the expiry. */
    renewAt: number
    endsAt: number
    /** Whether a request has used the token; the token of an idle connection is renewed only once. */
    used: boolean
    timer?: ReturnType<typeof setTimeout>
}

/** A connection that uses a session. */
export interface Member {
    /** Called when the session has ended. */
    expire(): void
}

/** State of a worker's session with its instance and client. */
export interface Session {
    readonly pins: Pins
    readonly tokenEndpoint: TokenEndpoint
    readonly members: Set<Member>
    /** Undefined before the sign-in and after the session has ended. */
    grant?: Grant | undefined
    /** Set when a sign-in has completed. */
    user?: User | undefined
    /** Every token of this session. No text that leaves the worker may contain one. */
    secrets: Set<string>
    /** The renewal in progress, and the tokens that it returns. */
    renewing?: Promise<Tokens> | undefined
    /** Why the last renewal failed, and the time before which there is no further attempt. */
    cooldown?: Failure & { until: number }
    /** The sign-in in progress. */
    busy?: Promise<void> | undefined
    /** Releases the lock that marks the tokens as in use; resolves when the lock is free. */
    release?: (() => Promise<unknown>) | undefined
}

/** The notification that the session has ended. */
export const EXPIRED: SessionNotice = { type: 'session_expired' }

/** Creates a session before its sign-in. */
export function createSession(pins: Pins): Session {
    return { pins, tokenEndpoint: createTokenEndpoint(pins), members: new Set(), secrets: new Set() }
}

/** Masks the session's tokens in a text, also after the session has ended. */
export function masker({ secrets }: Session): (text: string) => string {
    return (text) => [...secrets].reduce((masked, secret) => masked.split(secret).join('***'), text)
}

/** Marks the session as signed in, for all windows of this client and user on the origin. */
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
 * Ends the session of all its members, and deletes all tokens.
 * @returns when other windows can see that the tokens are no longer in use here
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

/** Removes a member. The session ends with the last member, or by rule `always`. */
export async function leaveSession(session: Session, member: Member, rule: RevokeRule): Promise<void> {
    const { members } = session
    if (members.delete(member) && !(members.size && rule !== 'always')) await endSession(session, rule)
}

/**
 * Deletes the worker's tokens at once and revokes them at the instance according to the rule, within a time
 * limit. Tokens of a renewal in progress are revoked as well. An instance issues the same tokens to all
 * sign-ins of a user, so `last` keeps them while other windows of the user need them, if the user is known.
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

/** Waits for a revocation until its time limit, and ignores the result. */
export async function atMost(revoked: Promise<unknown> | undefined): Promise<void> {
    await Promise.race([sleep(REVOCATION_MS), revoked]).catch(() => {})
}

/** Name of a Web Lock: for the sessions of a user, by the user's `sys_id`, or for renewals. */
export function lockName({ pins: { instanceUrl, clientId } }: Session, what: unknown): string {
    return `openfin-servicenow-client ${instanceUrl} ${clientId} ${what as string}`
}
