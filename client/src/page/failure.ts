import {
    ApiRequestError,
    AuthorizationError,
    AuthTokenExpiredError,
    InitializationError,
    ParameterError,
    type ApiError,
} from '../errors'
import type { Failure } from '../protocol'
import { readJson } from './read-json'

/** Characters of an answer that an error quotes. */
const SNIPPET = 200

const CLASSES = {
    parameter: ParameterError,
    initialization: InitializationError,
    authorization: AuthorizationError,
    expired: AuthTokenExpiredError,
    request: ApiRequestError,
}

/** What the codes mean, where the worker has no words of the instance. */
const WORDS: Record<string, string> = {
    network: 'The instance could not be reached, or does not allow this origin (CORS)',
    disconnected: 'The connection was ended by disconnect()',
    session_expired: 'The session has expired: connect again',
    state_mismatch: 'The callback is not the answer to this sign-in',
    worker_blocked: 'The page is not a secure context',
    invalid_parameter: 'The request is malformed, has credentials of its own, or its endpoint is no REST API',
}

/** The error that a worker's failure stands for, in the instance's own words where it has some. */
export function errorOf({ kind, code, status, body, message, description }: Failure): ApiError {
    const { error, error_description } = readJson(body)
    const words = Object(error) as Record<string, unknown>
    const text = typeof body === 'string' && !error ? body.slice(0, SNIPPET) : undefined
    return new CLASSES[kind](
        asText(message) ??
            asText(words['message']) ??
            asText(error_description) ??
            asText(error) ??
            WORDS[code] ??
            (status === 0
                ? 'The instance redirected the request'
                : `The instance answered ${status ?? code}`),
        {
            code,
            status,
            description: asText(description) ?? asText(words['detail']) ?? text,
        }
    )
}

/** An error for an answer of 2xx that makes no sense. */
export function brokenAnswer(message: string, status: number, body: string): ApiRequestError {
    return new ApiRequestError(message, { status, description: body.slice(0, SNIPPET) })
}

/** The error of every call that a `disconnect()` cuts short, and of every later one. */
export function disconnected(): ApiError {
    return errorOf({ kind: 'request', code: 'disconnected' })
}

function asText(value: unknown): string | undefined {
    return typeof value === 'string' && value ? value : undefined
}
