import { parseJson } from '../json'
import { isToken } from '../token'
import { unexpectedAnswer } from './failures'
import { readText, type Waiting } from './send'

/** Maximum size of a token response in bytes; real ones are a hundredth of it. */
const MAX_BYTES = 100_000

/** Statuses without a body (Fetch standard, null body status). */
const NO_BODY = [204, 205, 304]

/**
 * Converts a token response to the form that oauth4webapi expects, without unused and malformed members: a
 * malformed refresh token or lifetime is dropped, since the access token remains usable. It is labeled as
 * JSON if the body is JSON, because the content type of `/oauth_token.do` is not documented. Headers are
 * dropped: oauth4webapi would report a `WWW-Authenticate` instead of the error in the body.
 *
 * @param answer response of any implementation of `fetch`
 * @returns response of the platform
 * @throws ApiRequestError `network`, `timeout`, or `http` for an invalid status, such as 0 for a redirect
 */
export async function readTokenAnswer(waiting: Waiting, answer: Response): Promise<Response> {
    const { status } = answer
    const text = await readText(waiting, answer, MAX_BYTES)
    if (!(status >= 200 && status <= 599)) throw unexpectedAnswer(waiting.what, status)
    const body = text === null || NO_BODY.includes(status) ? null : parseObject(text)
    if (!body) return new Response(null, { status })
    const clean = status === 200 ? tokensOf(body) : errorOf(body)
    return new Response(JSON.stringify(clean), { status, headers: { 'content-type': 'application/json' } })
}

function tokensOf({ access_token, refresh_token, expires_in, token_type }: Record<string, unknown>) {
    const seconds = typeof expires_in === 'string' ? Number(expires_in.trim() || NaN) : expires_in
    return {
        ...(isToken(access_token) && { access_token }),
        ...(isToken(refresh_token) && { refresh_token }),
        ...(typeof seconds === 'number' &&
            Number.isFinite(seconds) &&
            seconds > 0 && { expires_in: seconds }),
        token_type,
    }
}

function errorOf({ error, error_description }: Record<string, unknown>) {
    return {
        ...(typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) && { error }),
        ...(typeof error_description === 'string' && { error_description }),
    }
}

function parseObject(text: string): Record<string, unknown> | null {
    const value = parseJson(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : null
}
