import type { FastifyReply, FastifyRequest } from 'fastify'

/** A browser's session, known by a cookie whose name carries the port. Kept in memory by the main thread. */
export interface Session {
    /** Random; in the cookie. Changes when someone signs in. */
    id: string
    /** sys_id of the signed-in user; null for a guest. */
    userId: string | null
    /** Whether a REST call with a token made it this user's, and no sign-in. */
    byApi: boolean
    /** What forms and `sysparm_ck` must carry. */
    csrfToken: string
    /** What a plug-in keeps for this session, by its own key. */
    data: Map<string, unknown>
}

/** The sessions of one instance. */
export interface Sessions {
    /** The session that the request's cookie names; undefined if there is none or it ended. */
    of(request: FastifyRequest): Session | undefined
    /** The request's session, or a new one whose cookie is set on the reply. */
    open(request: FastifyRequest, reply: FastifyReply): Session
    /** Signs a user in: the session gets a new id and token (no fixation), the cookie is set again. */
    signIn(session: Session, userId: string, reply: FastifyReply): void
    /** Makes a guest's session that of a user without a new id, for programs that keep the cookie they have. */
    attach(session: Session, userId: string): void
    end(session: Session, reply: FastifyReply): void
}
