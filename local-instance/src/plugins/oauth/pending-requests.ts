import { randomBytes } from 'node:crypto'
import type { Clock } from '../../core/clock'
import type { Session } from '../../core/session'
import type { AuthorizationRequest } from './authorization-request'

/** How long somebody may take to sign in and to answer; longer than clients wait (5 minutes). */
const LIFESPAN_MS = 10 * 60_000
/** Windows that may ask at once in one session. */
const LIMIT = 16
const KEY = 'oauth.requests'

type Pending = Map<string, { request: AuthorizationRequest; ends: number }>

/** Keeps a request in the session while its user signs in and answers, out of reach of any form; answers its id. */
export function keepRequest(session: Session, request: AuthorizationRequest, clock: Clock): string {
    const pending = pendingOf(session)
    const id = randomBytes(16).toString('hex')
    pending.set(id, { request, ends: clock.now() + LIFESPAN_MS })
    for (const oldest of pending.keys()) {
        if (pending.size <= LIMIT) break
        pending.delete(oldest)
    }
    return id
}

/** The request with this id, unless it took too long. */
export function pendingRequest(
    session: Session | undefined,
    id: string,
    clock: Clock
): AuthorizationRequest | undefined {
    const entry = session && pendingOf(session).get(id)
    return entry && clock.now() < entry.ends ? entry.request : undefined
}

/** Forgets a request that was answered. */
export function dropRequest(session: Session, id: string): void {
    pendingOf(session).delete(id)
}

function pendingOf(session: Session): Pending {
    let pending = session.data.get(KEY) as Pending | undefined
    if (!pending) session.data.set(KEY, (pending = new Map()))
    return pending
}
