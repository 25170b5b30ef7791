import type { FastifyReply } from 'fastify'

/** The error body of the platform's REST APIs. */
export interface ErrorEnvelope {
    error: { message: string; detail: string | null }
    status: 'failure'
}

/** The platform's texts for requests that are rejected before they reach an API. */
export const NOT_AUTHENTICATED = ['User Not Authenticated', 'Required to provide Auth information'] as const
export const NOT_AUTHORIZED = ['User Not Authorized', 'Failed API level ACL Validation'] as const
/** The client lacks the scope that an API requires (observed). */
export const NO_SCOPE = ['User Not Authorized', 'Missing required api access scope'] as const
export const NO_RESOURCE = 'Requested URI does not represent any resource'

/** The error envelope; `detail` is null if the platform gives none. */
export function errorEnvelope(message: string, detail: string | null = null): ErrorEnvelope {
    return { error: { message, detail }, status: 'failure' }
}

/** Sends the platform's error envelope. A 401 carries `WWW-Authenticate`, as on the platform. */
export function sendError(
    reply: FastifyReply,
    status: number,
    message: string,
    detail: string | null = null
): FastifyReply {
    if (status === 401) void reply.header('WWW-Authenticate', 'BASIC realm="Service-now"')
    return reply
        .code(status)
        .header('Cache-Control', 'no-cache,no-store,must-revalidate,max-age=-1')
        .type('application/json;charset=UTF-8')
        .send(JSON.stringify(errorEnvelope(message, detail)))
}
