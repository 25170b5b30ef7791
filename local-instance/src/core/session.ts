import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * A browser session, identified by a cookie whose name includes the port. Held in memory by the main thread.
 */
export interface Session {
    /** Random value of the cookie. Changes at sign-in. */
    id: string
    /** sys_id of the signed-in user; null for a guest. */
    userId: string | null
    /** Whether a REST call with a token, not a sign-in, assigned the session to this user. */
    byApi: boolean
    /** CSRF token that forms send as `sysparm_ck`. */
    csrfToken: string
    /** Session data of plug-ins, by key. */
    data: Map<string, unknown>
}

/** The sessions of one instance. */
export interface Sessions {
    /** The session of the request's cookie; undefined if there is none or it has ended. */
    of(request: FastifyRequest): Session | undefined
    /** The request's session, or a new one, whose cookie is set on the reply. */
    open(request: FastifyRequest, reply: FastifyReply): Session
    /**
     * Signs a user in with a new session id and token, to prevent session fixation, and sets the cookie
     * again.
     */
    signIn(session: Session, userId: string, reply: FastifyReply): void
    /**
     * Assigns a guest session to a user without changing its id, for clients that keep the cookie they have.
     */
    attach(session: Session, userId: string): void
    end(session: Session, reply: FastifyReply): void
}
