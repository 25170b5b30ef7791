import type { RevokeRule } from '../protocol'
import type { Attempt } from './authorization'
import { atMost, leaveSession, type Member, type Session } from './session'

/**
 * State of a connection: before `init`, before the sign-in, signed in, ended by the instance, ended by the
 * app.
 */
export const enum Phase {
    New,
    Ready,
    Open,
    Expired,
    Closed,
}

/** A page's connection, from its first message to its end. */
export interface Connection extends Member {
    phase: Phase
    /** Calls in progress. */
    readonly calls: Set<AbortController>
    /** The revocation rule of `disconnect()`, once it was called. */
    rule?: RevokeRule
    /** Its sign-in in progress, and the function that lets other windows start theirs. */
    attempt?: Attempt | undefined
    settle?: (() => void) | undefined
    /** The code exchange in progress. It revokes tokens that arrive after `disconnect()`. */
    finishing?: Promise<unknown>
}

/** Ends a connection: cancels its calls and lets other windows sign in. */
export async function closeConnection(
    session: Session,
    connection: Connection,
    rule: RevokeRule
): Promise<void> {
    connection.phase = Phase.Closed
    connection.rule = rule
    for (const call of connection.calls) call.abort()
    connection.settle?.()
    await leaveSession(session, connection, rule)
    // Afterwards the page terminates the worker.
    await atMost(connection.finishing)
}
