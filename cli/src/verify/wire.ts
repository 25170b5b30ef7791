import type { InstanceAnswer, InstanceClient, InstanceRequest } from '../../../setup/instance-client'

const INTEGRATION = '/api/x_opfi_openfin/v1/integration'

/** The way by which browsers get tokens, with the addresses that belong to it. */
export interface TokenRoute {
    name: 'proxy' | 'direct'
    tokens: string
    revoke: string
}

/** Through the app, and at the instance's own OAuth endpoints. */
export const ROUTES: Readonly<Record<'proxy' | 'direct', TokenRoute>> = {
    proxy: {
        name: 'proxy',
        tokens: `${INTEGRATION}/request_tokens`,
        revoke: `${INTEGRATION}/revoke_token`,
    },
    direct: { name: 'direct', tokens: '/oauth_token.do', revoke: '/oauth_revoke_token.do' },
}
/** Path of the signed-in user's route. */
export const USER_INFO = `${INTEGRATION}/user_info`

/** An answer of the instance with its body, if it is JSON. */
export interface Answer extends InstanceAnswer {
    /** Undefined if the body is not a JSON object. */
    json: Record<string, unknown> | undefined
    /** Error code of RFC 6749 or of the platform's envelope; empty without one. */
    error: string
}

/** An answer to a request that named an origin. */
export interface SeenAnswer {
    /** Method, route and status, such as `POST request_tokens 400`. */
    what: string
    /** `Access-Control-Allow-Origin`; null without one. */
    allowOrigin: string | null
}

/** Calls an instance as a page of the test origin does. */
export interface Wire {
    /** Sends a form as the official client does: values without URL encoding, no credentials. */
    form(
        path: string,
        form: Readonly<Record<string, string>>,
        headers?: Readonly<Record<string, string>>
    ): Promise<Answer>
    /** Calls with an access token. */
    call(token: string, request: Omit<InstanceRequest, 'signedIn'>): Promise<Answer>
    /** Sends a request without credentials and with these headers only. */
    plain(request: Omit<InstanceRequest, 'signedIn'>): Promise<Answer>
    /** What the app's own API answered so far. */
    readonly seen: readonly SeenAnswer[]
}

/** Creates the calls; all of them name the origin. */
export function createWire(client: InstanceClient, origin: string): Wire {
    const seen: SeenAnswer[] = []

    async function send(request: InstanceRequest): Promise<Answer> {
        const answer = await client.send({
            ...request,
            signedIn: false,
            headers: { Origin: origin, ...request.headers },
        })
        const [path = ''] = request.path.split('?', 1)
        const isOwn = request.method !== 'OPTIONS' && request.headers?.['Origin'] === undefined
        if (path.startsWith(INTEGRATION) && isOwn) {
            seen.push({
                what: `${request.method} ${path.slice(INTEGRATION.length + 1)} ${answer.status}`,
                allowOrigin: answer.headers.get('Access-Control-Allow-Origin'),
            })
        }
        return readAnswer(answer)
    }

    return {
        seen,
        plain: send,
        form: (path, form, headers) =>
            send({
                method: 'POST',
                path,
                headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
                body: Object.entries(form)
                    .map(([name, value]) => `${name}=${value}`)
                    .join('&'),
            }),
        call: (token, request) =>
            send({ ...request, headers: { Authorization: `Bearer ${token}`, ...request.headers } }),
    }
}

function readAnswer(answer: InstanceAnswer): Answer {
    const json = objectOf(answer.text)
    const error = json?.['error']
    const code = typeof error === 'object' ? (error as { code?: unknown } | null)?.code : error
    return {
        ...answer,
        json,
        // What stands here is shown, so only what looks like a code counts.
        error: typeof code === 'string' && /^[a-z_]{1,40}$/.test(code) ? code : '',
    }
}

/** A JSON object; undefined for anything else. */
function objectOf(text: string): Record<string, unknown> | undefined {
    try {
        const value: unknown = JSON.parse(text)
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
        return isObject ? (value as Record<string, unknown>) : undefined
    } catch {
        return undefined
    }
}

/** Status and code for a reason, such as `400 invalid_grant`. */
export function outcomeOf({ status, error }: Answer): string {
    return `${status} ${error}`.trim()
}
