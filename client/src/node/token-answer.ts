/** Bytes of a token endpoint's answer that are read; tokens take less than one in a hundred of them. */
const MAX_BYTES = 100_000

/** What an `Authorization` header can carry; anything else would show up in the error that refuses it. */
const TOKEN = /^[\x21-\x7e]+$/

/**
 * A token endpoint's answer as oauth4webapi wants it, less what this flow does not use and what is malformed:
 * a refresh token that is none and a lifetime that is none count as absent, since the access token is good
 * all the same. Says JSON where the body is JSON, because the content type of `/oauth_token.do` is not
 * documented. Headers stay behind: a `WWW-Authenticate` would hide the reason that the body gives.
 */
export async function readTokenAnswer(response: Response): Promise<Response> {
    const text = await readText(response)
    const body = text === null ? null : parseObject(text)
    const status = response.status < 200 || [204, 205, 304].includes(response.status) ? 502 : response.status
    if (!body) return new Response('', { status })
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

function isToken(value: unknown): value is string {
    return typeof value === 'string' && TOKEN.test(value)
}

function parseObject(text: string): Record<string, unknown> | null {
    try {
        const value: unknown = JSON.parse(text)
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? (value as Record<string, unknown>)
            : null
    } catch {
        return null
    }
}

/** Null where the body is too long. */
async function readText(response: Response): Promise<string | null> {
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    let text = ''
    for (let bytes = 0; reader;) {
        const { done, value } = await reader.read()
        if (done) break
        bytes += value.byteLength
        if (bytes > MAX_BYTES) {
            await reader.cancel()
            return null
        }
        text += decoder.decode(value, { stream: true })
    }
    return text + decoder.decode()
}
