import type { FastifyRequest } from 'fastify'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Every method that a REST API is asked with; OPTIONS is for CORS alone. */
export const API_METHODS = [...METHODS, 'HEAD', 'OPTIONS']

/** The method that counts: `X-http-method-override` takes the place of the request's own (DOCS c_RESTAPI "Other headers"). */
export function effectiveMethod(request: FastifyRequest): string {
    const header = request.headers['x-http-method-override']
    const override = typeof header === 'string' ? header.trim().toUpperCase() : ''
    return METHODS.includes(override) && request.method !== 'OPTIONS' ? override : request.method
}
