/** What a page may read of an answer. */
export interface PageAnswer {
    status: number
    body: Record<string, unknown>
}

/** Methods, headers and types that need no preflight (Fetch standard, "CORS-safelisted"). */
const SIMPLE_METHODS = ['GET', 'HEAD', 'POST']
const SIMPLE_HEADERS = ['accept']
const SIMPLE_TYPE = 'application/x-www-form-urlencoded'

/**
 * Fetches as a browser does for a page of another origin: a preflight where one is needed, and nothing to read where
 * the answer does not name the page's origin.
 *
 * @throws TypeError where a browser would say "Failed to fetch"
 */
export async function pageFetch(
    origin: string,
    url: string,
    { method = 'GET', headers = {}, body }: RequestInit & { headers?: Record<string, string> } = {}
): Promise<PageAnswer> {
    const unsafe = Object.entries(headers)
        .filter(([name, value]) => !isSimple(name.toLowerCase(), value))
        .map(([name]) => name.toLowerCase())
    if (unsafe.length > 0 || !SIMPLE_METHODS.includes(method)) {
        const preflight = await fetch(url, {
            method: 'OPTIONS',
            headers: {
                origin,
                'access-control-request-method': method,
                'access-control-request-headers': unsafe.sort().join(','),
            },
        })
        checkOrigin(origin, preflight)
        const allowed = list(preflight, 'access-control-allow-headers')
        const missing = unsafe.filter((name) => !allowed.includes(name))
        if (!preflight.ok || missing.length > 0) throw new TypeError(`Preflight refused: ${missing.join()}`)
        const methods = list(preflight, 'access-control-allow-methods')
        if (!SIMPLE_METHODS.includes(method) && !methods.includes(method.toLowerCase())) {
            throw new TypeError(`Preflight refused: ${method}`)
        }
    }
    const answer = await fetch(url, { method, headers: { origin, ...headers }, ...(body && { body }) })
    checkOrigin(origin, answer)
    const text = await answer.text()
    return {
        status: answer.status,
        body: (text.startsWith('{') ? JSON.parse(text) : {}) as PageAnswer['body'],
    }
}

function isSimple(name: string, value: string): boolean {
    return SIMPLE_HEADERS.includes(name) || (name === 'content-type' && value === SIMPLE_TYPE)
}

function checkOrigin(origin: string, { headers }: Response): void {
    const allowed = headers.get('access-control-allow-origin')
    if (allowed !== '*' && allowed !== origin) throw new TypeError(`Blocked by CORS policy: ${allowed}`)
}

function list({ headers }: Response, name: string): string[] {
    return (headers.get(name) ?? '').split(',').map((one) => one.trim().toLowerCase())
}
