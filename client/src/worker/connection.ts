import type { RevokeRule } from '../protocol'
import type { Attempt } from './authorization'
import { atMost, leaveSession, type Member, type Session } from './session'

/** How far a connection is: before `init`, before the sign-in, with it, and after its end by the instance or the app. */
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
    /** Calls under way. */
    readonly calls: Set<AbortController>
    /** What its end does at the instance, once it ended. */
    rule?: RevokeRule
    /** Its sign-in under way, and what lets other windows go on. */
    attempt?: Attempt | undefined
    settle?: (() => void) | undefined
    /** The end of its sign-in under way, which revokes the tokens that come too late. */
    finishing?: Promise<unknown>
}

/** Ends a connection: its calls are called off, its sign-in makes way for others. */
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
    // The page ends the worker next.
    await atMost(connection.finishing)
}
