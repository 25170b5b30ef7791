import type { FastifyRequest } from 'fastify'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The methods of REST APIs; OPTIONS is for CORS only. */
export const API_METHODS = [...METHODS, 'HEAD', 'OPTIONS']

/**
 * The effective method: `X-http-method-override` replaces the request's method (DOCS c_RESTAPI "Other
 * headers"). Assumed: GET and HEAD are not overridden, since they pass checks meant for safe methods.
 */
export function effectiveMethod(request: FastifyRequest): string {
    const header = request.headers['x-http-method-override']
    const override = typeof header === 'string' ? header.trim().toUpperCase() : ''
    const mayDiffer = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method)
    return mayDiffer && METHODS.includes(override) ? override : request.method
}
