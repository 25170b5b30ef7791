import { checkHeaders } from '../check-headers'
import { ParameterError } from '../errors'
import { isOAuthRoute } from '../oauth-routes'

/** A request that may carry the bearer. */
export interface CheckedRequest {
    url: URL
    /** Everything but the `Authorization` header. */
    init: RequestInit & { headers: Headers }
    /** Whether its body can be sent a second time. */
    isRepeatable: boolean
}

/** Headers that say who asks; only the session itself may. */
const IDENTITY = ['authorization', 'cookie', 'proxy-authorization', 'x-usertoken']

/**
 * Checks what the bearer is to be sent with: the instance's own origin, none of its OAuth pages, no header
 * that speaks for somebody else, and no redirect followed, since that could lead the bearer elsewhere.
 *
 * @param path from the root, such as `/api/now/table/incident`, or a complete address of the instance, such
 *     as one of a `Link` header
 * @throws ParameterError `invalid_parameter`
 */
export function checkRequest(
    instanceUrl: string,
    path: string | URL,
    init: RequestInit = {}
): CheckedRequest {
    const text = String(path)
    // A backslash, a tab or a line break means something else to a URL parser than to a reader.
    const url =
        /[\\\0-\x20\x7f]/.test(text) || !/^(?:\/|https?:)/i.test(text) ? null : parse(text, instanceUrl)
    if (!url || url.origin !== instanceUrl || url.username || url.password) {
        throw new ParameterError('The path must begin with a slash, or be an address of the instance itself.')
    }
    if (isOAuthRoute(url.pathname)) {
        throw new ParameterError('The OAuth pages of the instance are not called with a token.')
    }
    if (init.redirect === 'follow') throw new ParameterError('Redirects are not followed with the token.')
    const { signal, body } = init
    if (signal && !('aborted' in signal && typeof signal.addEventListener === 'function'))
        throw new ParameterError('signal must be an AbortSignal.')
    const headers = checkHeaders(init.headers)
    checkMethod(init)
    const forbidden = IDENTITY.find((name) => headers.has(name))
    if (forbidden) throw new ParameterError(`The header ${forbidden} is the session's own.`)
    return {
        url,
        // What a body that is a stream needs (Fetch standard, RequestInit).
        init: { ...init, headers, redirect: init.redirect ?? 'manual', ...{ duplex: 'half' } },
        isRepeatable: isRepeatable(body),
    }
}

/**
 * Has the platform check the method and whether it takes a body, since `fetch` reports a malformed request the same way
 * as a network fault.
 */
function checkMethod({ method = 'GET', body }: RequestInit): void {
    try {
        new Request('https://localhost', { method, body: hasBody(body) ? '' : null })
    } catch (cause) {
        throw new ParameterError('The method is malformed, or takes no body.', { cause })
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
