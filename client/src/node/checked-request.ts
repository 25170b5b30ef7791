import { checkHeaders } from '../check-headers'
import { ParameterError } from '../errors'
import { isOAuthRoute } from '../oauth-routes'

/** A validated request for the access token. */
export interface CheckedRequest {
    url: URL
    /** All options except the `Authorization` header. */
    init: RequestInit & { headers: Headers }
    /** Whether its body can be sent again. */
    isRepeatable: boolean
}

/** Headers that identify the caller. Only the session sets them. */
const IDENTITY = ['authorization', 'cookie', 'proxy-authorization', 'x-usertoken']

/**
 * Validates a request before the access token is added: it must go to the instance's own origin, not to an
 * OAuth page, without headers that identify another caller, and without following redirects, which could
 * forward the token.
 *
 * @param path from the root, such as `/api/now/table/incident`, or a complete URL on the instance, such as
 * one from a `Link` header
 * @throws ParameterError `invalid_parameter`
 */
export function checkRequest(
    instanceUrl: string,
    path: string | URL,
    init: RequestInit = {}
): CheckedRequest {
    const text = String(path)
    // A URL parser rewrites backslashes and drops tabs and line breaks.
    const url =
        /[\\\0-\x20\x7f]/.test(text) || !/^(?:\/|https?:)/i.test(text) ? null : parse(text, instanceUrl)
    if (!url || url.origin !== instanceUrl || url.username || url.password) {
        throw new ParameterError('The path must start with a slash, or be a URL on the instance.')
    }
    if (isOAuthRoute(url.pathname)) {
        throw new ParameterError('The access token is not sent to the OAuth pages of the instance.')
    }
    if (init.redirect === 'follow')
        throw new ParameterError('Redirects are not followed with the access token.')
    const { signal, body } = init
    if (signal && !('aborted' in signal && typeof signal.addEventListener === 'function'))
        throw new ParameterError('signal must be an AbortSignal.')
    const headers = checkHeaders(init.headers)
    checkMethod(init)
    const forbidden = IDENTITY.find((name) => headers.has(name))
    if (forbidden) throw new ParameterError(`The header ${forbidden} is set by the session.`)
    return {
        url,
        // Required for a stream as body (Fetch standard, RequestInit).
        init: { ...init, headers, redirect: init.redirect ?? 'manual', ...{ duplex: 'half' } },
        isRepeatable: isRepeatable(body),
    }
}

/**
 * Validates the method, and whether it allows a body, with the platform's `Request`: `fetch` reports a
 * malformed request in the same way as a network fault.
 */
function checkMethod({ method = 'GET', body }: RequestInit): void {
    try {
        new Request('https://localhost', { method, body: hasBody(body) ? '' : null })
    } catch (cause) {
        throw new ParameterError('The method is malformed, or does not allow a body.', { cause })
    }
}

const hasBody = (body: unknown) => body !== undefined && body !== null

function isRepeatable(body: unknown): boolean {
    if (!hasBody(body) || typeof body === 'string') return true
    if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return true
    return body instanceof URLSearchParams || body instanceof Blob || body instanceof FormData
}

function parse(text: string, base: string): URL | null {
    return URL.canParse(text, base) ? new URL(text, base) : null
}
