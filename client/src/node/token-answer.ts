import { parseJson } from '../json'
import { isToken } from '../token'
import { unexpectedAnswer } from './failures'
import { readText, type Waiting } from './send'

/** Bytes of a token endpoint's answer that are read; tokens take less than one in a hundred of them. */
const MAX_BYTES = 100_000

/** Statuses whose answers have no body (Fetch standard, null body status). */
const NO_BODY = [204, 205, 304]

/**
 * A token endpoint's answer as oauth4webapi wants it, less what this flow does not use and what is malformed:
 * a refresh token that is none and a lifetime that is none count as absent, since the access token is good
 * all the same. Says JSON where the body is JSON, because the content type of `/oauth_token.do` is not
 * documented. Headers stay behind: a `WWW-Authenticate` would hide the reason that the body gives.
 *
 * @param answer of any implementation of `fetch`
 * @returns one of the platform's own
 * @throws ApiRequestError `network`, `timeout`, or `http` for a status that is no answer, such as 0 of a redirect
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
