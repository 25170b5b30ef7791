import { randomBytes } from 'node:crypto'
import type { Clock } from '../../core/clock'
import type { Session } from '../../core/session'
import type { AuthorizationRequest } from './authorization-request'

/** Lifetime of a consent form in ms; longer than clients wait (5 minutes). */
const LIFESPAN_MS = 10 * 60_000
/** Maximum number of open consent forms per session. */
const LIMIT = 16
const KEY = 'oauth.requests'

/** The user's decision. */
export type Decision = 'allow' | 'deny'

/** A consent form that was shown. */
export interface PendingRequest {
    readonly request: AuthorizationRequest
    /** Undefined until the form is submitted. */
    decision?: Decision
}

type Pending = Map<string, { entry: PendingRequest; ends: number }>

/** Stores a request in the session while the user decides, so no form can alter it; returns its id. */
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

/** The request with this id, unless it has expired. */
export function pendingRequest(session: Session, id: string, clock: Clock): PendingRequest | undefined {
    const kept = pendingOf(session).get(id)
    return kept && clock.now() < kept.ends ? kept.entry : undefined
}

function pendingOf(session: Session): Pending {
    let pending = session.data.get(KEY) as Pending | undefined
    if (!pending) session.data.set(KEY, (pending = new Map()))
    return pending
}
