/** A request that the worker sent. */
export interface Seen {
    method: string
    /** Path with query, or the complete URL of another host. */
    path: string
    headers: Record<string, string>
    body: string
    /** The form, if the body is one. */
    form: Record<string, string>
    init: RequestInit
}

export const INSTANCE = 'https://example.service-now.com'
export const INTEGRATION = '/api/x_opfi_openfin/v1/integration'
export const USER = {
    sys_id: '62826bf03710200044e0bfc8bcbe5df1',
    user_name: 'abel.tuter',
    name: 'Abel Tuter',
}

type Answer = Response | Error | Promise<Response | Error>

/** An instance with scripted responses, which records its requests. */
export interface ScriptedInstance {
    fetch: typeof fetch
    seen: Seen[]
    /** Requests whose path starts with the prefix. */
    to(path: string): Seen[]
    /** Token requests with that grant. */
    grants(type: 'authorization_code' | 'refresh_token'): Seen[]
    /** Responses that replace the defaults, by path prefix; undefined uses the default. */
    on: Record<string, (seen: Seen) => Answer | undefined>
    /** Additional members of the next token responses, besides a new access token. */
    tokens: Record<string, unknown>
    /** The valid access token; any other one gets 401. */
    good: string
}

/** JSON with a status. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
    new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json', ...headers },
    })

/** A body of another type. */
export const text = (body: BodyInit | null, type: string, status = 200): Response =>
    new Response(body, { status, headers: { 'content-type': type } })

/** An error in the app's envelope. */
export const refusal = (code: string, status = 400, headers?: Record<string, string>): Response =>
    json(
        { error: { message: `message for ${code}`, detail: 'details', code }, status: 'failure' },
        status,
        headers
    )

/** Tokens are long, so that a scan for them finds nothing else. */
export const access = (n: number): string => `access-token-${n}-${'a'.repeat(70)}`
export const refresh = (n: number): string => `refresh-token-${n}-${'r'.repeat(70)}`

export function createScriptedInstance(): ScriptedInstance {
    let count = 0
    const usual = (seen: Seen): Answer => {
        if (/request_tokens$|oauth_token\.do$/.test(seen.path)) {
            const members = {
                access_token: access(++count),
                refresh_token: refresh(1),
                expires_in: 7200,
                scope: 'useraccount',
                token_type: 'Bearer',
                ...instance.tokens,
            }
            instance.good = members.access_token
            return json(members)
        }
        if (/revoke_token/.test(seen.path)) return new Response(null, { status: 200 })
        if (seen.headers['authorization'] !== `Bearer ${instance.good}`) {
            return json({ error: { message: 'User Not Authenticated', detail: '' }, status: 'failure' }, 401)
        }
        return seen.path === `${INTEGRATION}/user_info`
            ? json({ result: USER })
            : json({ result: [seen.path] })
    }
    const instance: ScriptedInstance = {
        seen: [],
        on: {},
        tokens: {},
        good: '',
        async fetch(input, init = {}) {
            const url = String(input)
            const body = typeof init.body === 'string' ? init.body : ''
            const seen: Seen = {
                method: init.method ?? 'GET',
                path: url.startsWith(`${INSTANCE}/`) ? url.slice(INSTANCE.length) : url,
                headers: Object.fromEntries(new Headers(init.headers)),
                body,
                form: Object.fromEntries(new URLSearchParams(body)),
                init,
            }
            init.signal?.throwIfAborted()
            instance.seen.push(seen)
            const key = Object.keys(instance.on).find((path) => seen.path.startsWith(path))
            const answering = Promise.resolve((key && instance.on[key]?.(seen)) || usual(seen))
            const aborted = new Promise<never>((_, reject) => {
                init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
            })
            const answer = await Promise.race([answering, aborted])
            if (answer instanceof Error) throw answer
            return answer
        },
        to: (path) => instance.seen.filter((seen) => seen.path.startsWith(path)),
        grants: (type) => instance.seen.filter(({ form }) => form['grant_type'] === type),
    }
    return instance
}
