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

/** The part of an answer that an error quotes. It ends with a whole character: half of an emoji cannot be encoded. */
const SNIPPET = /^.{0,200}/su

const CLASSES = {
    parameter: ParameterError,
    initialization: InitializationError,
    authorization: AuthorizationError,
    expired: AuthTokenExpiredError,
    request: ApiRequestError,
}

/** What the codes mean, where the worker has no words of the instance. */
const WORDS: Record<string, string> = {
    network: 'The instance is unreachable or lacks a CORS rule for this origin',
    disconnected: 'disconnect() ended the connection',
    state_mismatch: 'The state does not match',
    worker_blocked: 'The page is not a secure context',
    invalid_parameter: 'The endpoint or a header is not allowed',
}

/** The error that a worker's failure stands for, in the instance's own words where it has some. */
export function errorOf({ kind, code, status, body, message, description }: Failure): ApiError {
    const data = parseJson(body, maskMember)
    const { error, error_description } = Object(data) as Record<string, unknown>
    const words = Object(error) as Record<string, unknown>
    const text = typeof body === 'string' && !error ? SNIPPET.exec(body)![0] : undefined
    return new CLASSES[kind](
        firstText(message, words['message'], error_description, error, WORDS[code]) ??
            ((status === 0
                ? 'The instance redirected the request'
                : status && `The instance answered ${status}`) as string),
        { code, status, description: firstText(description, words['detail'], text), data }
    )
}

/** The error for an answer of 2xx that cannot be used; `message` replaces the instance's own words. */
export function brokenAnswer(status: number, body: string, message?: string): ApiError {
    return errorOf({ kind: 'request', code: 'http', status, body, message })
}

/** The error of every call that a `disconnect()` cuts short, and of every later one. */
export function disconnected(): ApiError {
    return errorOf({ kind: 'request', code: 'disconnected' })
}

const firstText = (...values: unknown[]) =>
    values.find((value): value is string => typeof value === 'string' && value !== '')
