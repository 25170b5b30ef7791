import type { FastifyRequest } from 'fastify'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Every method that a REST API is asked with; OPTIONS is for CORS alone. */
export const API_METHODS = [...METHODS, 'HEAD', 'OPTIONS']

/**
 * The method that counts: `X-http-method-override` takes the place of the request's own (DOCS c_RESTAPI "Other
 * headers"). Assumed: not of GET and HEAD, which pass checks that are meant for requests without effect.
 */
export function effectiveMethod(request: FastifyRequest): string {
    const header = request.headers['x-http-method-override']
    const override = typeof header === 'string' ? header.trim().toUpperCase() : ''
    const mayDiffer = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method)
    return mayDiffer && METHODS.includes(override) ? override : request.method
}
