import { randomBytes } from 'node:crypto'
import type { Clock } from '../../core/clock'
import type { Session } from '../../core/session'
import type { AuthorizationRequest } from './authorization-request'

/** How long a consent form stays open; longer than clients wait (5 minutes). */
const LIFESPAN_MS = 10 * 60_000
/** Consent forms that may be open at once in one session. */
const LIMIT = 16
const KEY = 'oauth.requests'

/** The user's decision. */
export type Decision = 'allow' | 'deny'

/** A consent form that was shown. */
export interface PendingRequest {
    readonly request: AuthorizationRequest
    /** Undefined until the form is sent. */
    decision?: Decision
}

type Pending = Map<string, { entry: PendingRequest; ends: number }>

/** Keeps a request in the session while its user answers, out of reach of any form; returns its id. */
export function keepRequest(session: Session, request: AuthorizationRequest, clock: Clock): string {
    const pending = pendingOf(session)
    const id = randomBytes(16).toString('hex')
    pending.set(id, { entry: { request }, ends: clock.now() + LIFESPAN_MS })
    for (const oldest of pending.keys()) {
        if (pending.size <= LIMIT) break
        pending.delete(oldest)
    }
    return id
}

/** The request with this id, unless it took too long. */
export function pendingRequest(session: Session, id: string, clock: Clock): PendingRequest | undefined {
    const kept = pendingOf(session).get(id)
    return kept && clock.now() < kept.ends ? kept.entry : undefined
}

function pendingOf(session: Session): Pending {
    let pending = session.data.get(KEY) as Pending | undefined
    if (!pending) session.data.set(KEY, (pending = new Map()))
    return pending
}
