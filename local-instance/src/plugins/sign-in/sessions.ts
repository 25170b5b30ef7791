import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../core/clock'
import type { Session, Sessions } from '../../core/session'

/** The platform's default session timeout, unless `glide.ui.session_timeout` (minutes) is set. */
export const DEFAULT_IDLE_MINUTES = 30

export interface SessionsOptions {
    clock: Clock
    /** Name of the cookie, evaluated at each use because the port is known only once the instance listens. */
    cookieName(): string
    /** Idle timeout of a session, in ms. */
    idleMs(): number
    /** Maximum number of sessions; default 5,000. */
    limit?: number
}

/** The sessions, with functions for this plug-in only. */
export interface SessionStore extends Sessions {
    clear(): void
    readonly size: number
}

interface Entry {
    session: Session
    /** ms since 1970 on the instance's clock. */
    lastSeen: number
}

/**
 * Keeps sessions in memory in order of last use; the least recently used is evicted first, guests before
 * users.
 */
export function createSessions({ clock, cookieName, idleMs, limit = 5000 }: SessionsOptions): SessionStore {
    const entries = new Map<string, Entry>()
    const ofRequest = new WeakMap<FastifyRequest, Session>()

    function touch(entry: Entry): Session {
        entry.lastSeen = clock.now()
        entries.delete(entry.session.id)
        entries.set(entry.session.id, entry)
        return entry.session
    }

    function alive(id: string): Entry | undefined {
        const entry = entries.get(id)
        if (!entry) return undefined
        // Moving the clock back ends no session: each counts as just used.
        if (clock.now() - entry.lastSeen < idleMs()) return entry
        entries.delete(id)
        return undefined
    }

    function makeRoom(): void {
        if (entries.size < limit) return
        for (const [id] of entries) if (!alive(id)) entries.delete(id)
        while (entries.size >= limit) {
            entries.delete(firstGuest() ?? (entries.keys().next().value as string))
        }
    }

    function firstGuest(): string | undefined {
        for (const [id, { session }] of entries) if (session.userId === null) return id
        return undefined
    }

    function add(session: Session): void {
        makeRoom()
        entries.set(session.id, { session, lastSeen: clock.now() })
    }

    function setCookie(reply: FastifyReply, id: string): void {
        // Not `secure`: the instance serves plain HTTP on loopback.
        void reply.setCookie(cookieName(), id, { path: '/', httpOnly: true, sameSite: 'lax' })
    }

    return {
        of(request) {
            const opened = ofRequest.get(request)
            const id = opened?.id ?? request.cookies[cookieName()]
            const entry = id ? alive(id) : undefined
            return entry && touch(entry)
        },
        open(request, reply) {
            const existing = this.of(request)
            if (existing) return existing
            const session: Session = {
                id: token(),
                userId: null,
                byApi: false,
                csrfToken: token(),
                data: new Map(),
            }
            add(session)
            ofRequest.set(request, session)
            setCookie(reply, session.id)
            return session
        },
        signIn(session, userId, reply) {
            entries.delete(session.id)
            if (session.userId !== userId) {
                if (session.userId !== null) session.data.clear()
                // Forms that the same user has open in other windows stay valid.
                session.csrfToken = token()
            }
            session.id = token()
            session.userId = userId
            session.byApi = false
            add(session)
            setCookie(reply, session.id)
        },
        attach(session, userId) {
            session.userId = userId
            session.byApi = true
            session.csrfToken = token()
        },
        end(session, reply) {
            entries.delete(session.id)
            session.data.clear()
            void reply.clearCookie(cookieName(), { path: '/', httpOnly: true, sameSite: 'lax' })
        },
        clear: () => entries.clear(),
        get size() {
            return entries.size
        },
    }
}

/** 256 random bits, as long as the platform's user token. */
function token(): string {
    return randomBytes(32).toString('hex')
}
