import {
    ApiRequestError,
    AuthorizationError,
    AuthTokenExpiredError,
    InitializationError,
    ParameterError,
    type ApiError,
} from '../errors'
import { parseJson } from '../json'
import { maskMember } from '../mask'
import type { Failure } from '../protocol'

/**
 * The part of a response that an error quotes. It ends with a complete character: half of a surrogate pair
 * cannot be encoded.
 */
const SNIPPET = /^.{0,200}/su

const CLASSES = {
    parameter: ParameterError,
    initialization: InitializationError,
    authorization: AuthorizationError,
    expired: AuthTokenExpiredError,
    request: ApiRequestError,
}

/** Default messages by code, if the instance sent none. */
const MESSAGES: Record<string, string> = {
    network: 'The instance is unreachable or lacks a CORS rule for this origin',
    disconnected: 'disconnect() ended the connection',
    state_mismatch: 'The state does not match',
    worker_blocked: 'The page is not a secure context',
    invalid_parameter: 'The endpoint or a header is not allowed',
}

/** The error for a failure from the worker, with the instance's message if there is one. */
export function errorOf({ kind, code, status, body, message, description }: Failure): ApiError {
    const data = parseJson(body, maskMember)
    const { error, error_description } = Object(data) as Record<string, unknown>
    const envelope = Object(error) as Record<string, unknown>
    const text = typeof body === 'string' && !error ? SNIPPET.exec(body)![0] : undefined
    return new CLASSES[kind](
        firstText(message, envelope['message'], error_description, error, MESSAGES[code]) ??
            ((status === 0
                ? 'The instance redirected the request'
                : status && `The instance answered ${status}`) as string),
        { code, status, description: firstText(description, envelope['detail'], text), data }
    )
}

/** The error for a 2xx response that cannot be used; `message` replaces the instance's message. */
export function brokenAnswer(status: number, body: string, message?: string): ApiError {
    return errorOf({ kind: 'request', code: 'http', status, body, message })
}

/** The error of every call that `disconnect()` ends, and of every later call. */
export function disconnected(): ApiError {
    return errorOf({ kind: 'request', code: 'disconnected' })
}

const firstText = (...values: unknown[]) =>
    values.find((value): value is string => typeof value === 'string' && value !== '')
