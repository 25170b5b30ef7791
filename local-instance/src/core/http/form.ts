import type { FastifyRequest } from 'fastify'
import { rawBody } from './server'

/** Maximum number of parameters, above that of any platform form; a larger form is rejected. */
const MAX_PARAMETERS = 100
const MAX_FORM_BYTES = 64 * 1024

/**
 * The fields of a form body: each name with all its values, in order. Undefined if the body is not
 * `application/x-www-form-urlencoded` or is out of bounds (64 kB, 100 fields).
 */
export function readForm(request: FastifyRequest): Map<string, string[]> | undefined {
    const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
    if (type !== 'application/x-www-form-urlencoded') return undefined
    const body = rawBody(request)
    return body.length > MAX_FORM_BYTES ? undefined : readParameters(body.toString('utf8'))
}

/** The parameters of the request's query string; undefined if there are too many. */
export function readQuery({ url }: Pick<FastifyRequest, 'url'>): Map<string, string[]> | undefined {
    const start = url.indexOf('?')
    return readParameters(start < 0 ? '' : url.slice(start + 1))
}

/** The single value of a name; empty if it is missing or repeated. */
export function single(parameters: ReadonlyMap<string, string[]>, name: string): string {
    const values = parameters.get(name)
    return values?.length === 1 ? (values[0] as string) : ''
}

function readParameters(text: string): Map<string, string[]> | undefined {
    const parameters = new Map<string, string[]>()
    let count = 0
    for (const [name, value] of new URLSearchParams(text)) {
        if (++count > MAX_PARAMETERS) return undefined
        const values = parameters.get(name)
        if (values) values.push(value)
        else parameters.set(name, [value])
    }
    return parameters
}
