import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A fault of a token request. */
export type Fault =
    /** An answer of the provider's own that is none. */
    | { kind: 'status'; status: 429 | 503; retryAfterS?: number }
    /** No response; the provider never receives the request. */
    | { kind: 'silence' }
    /** No response, but the provider has processed the request. */
    | { kind: 'answer lost' }
    /** The requesting node is killed before the provider receives the request, or after it has processed it. */
    | { kind: 'node killed'; afterwards: boolean }

/** Origin of a request: the app's job, a script that needed a token, a user's consent, or the final check. */
export type Asker = 'job' | 'script' | 'consent' | 'check'

/** A recorded token request. Tokens are SHA-256 hashes, so that the record can be shown. */
export interface Passed {
    /** ms since 1970 on the world's clock. */
    at: number
    client: string
    by: Asker
    grant: string
    /** Hash of the refresh token that was sent; empty for none. */
    sent: string
    fault: Fault | null
    /** Status of the provider's response; 0 if the provider was not called. */
    status: number
    /** Error code of the response. */
    error: string
    /** Hash of the refresh token that the provider returned; empty for none. */
    given: string
    /** Whether the response reached the client. */
    delivered: boolean
}

/** The proxy in front of the provider. */
export interface FaultyProxy {
    tokenUrl: string
    /** URL of an API that accepts a valid bearer token of the provider, and returns 401 otherwise. */
    apiUrl: string
    readonly passed: readonly Passed[]
    /** All secrets that must not leak: tokens and codes. */
    readonly secrets: ReadonlySet<string>
    close(): Promise<void>
}

/** Decides on faults. */
export interface Fate {
    now(): number
    asker(): Asker
    /** The fault for this request; null for none. */
    faultFor(client: string, by: Asker): Fault | null
    /** Kills the node that is refreshing this client's token. */
    killNode(client: string): Promise<void>
}

/** SHA-256 in hexadecimal; empty for an empty text. */
export function fingerprint(token: string): string {
    return token === '' ? '' : createHash('sha256').update(token).digest('hex')
}

/** Starts a token endpoint that forwards requests, injects faults, and records the traffic. */
export async function startFaultyProxy(
    provider: {
        issuer: string
        secretOf(client: string): string
        /** Lifespan of the refresh tokens of a client whose fixed end is told, in seconds; null for others. */
        toldLifespanOf(client: string): number | null
    },
    fate: Fate
): Promise<FaultyProxy> {
    const passed: Passed[] = []
    const secrets = new Set<string>()
    const consents = new Map<string, number>()

    async function ask(form: URLSearchParams): Promise<{ status: number; text: string }> {
        const response = await fetch(`${provider.issuer}/token`, { method: 'POST', body: form })
        return { status: response.status, text: await response.text() }
    }

    async function onToken(body: string, response: ServerResponse): Promise<void> {
        const form = new URLSearchParams(body)
        const client = form.get('client_id') ?? ''
        const by = fate.asker()
        const fault = fate.faultFor(client, by)
        const entry: Passed = {
            at: fate.now(),
            client,
            by,
            grant: form.get('grant_type') ?? '',
            sent: fingerprint(form.get('refresh_token') ?? ''),
            fault,
            status: 0,
            error: '',
            given: '',
            delivered: false,
        }
        passed.push(entry)
        for (const name of ['code', 'refresh_token', 'client_secret']) secrets.add(form.get(name) ?? '')
        if (fault?.kind === 'status') {
            entry.delivered = true
            const retry = fault.retryAfterS === undefined ? {} : { retry_after: fault.retryAfterS }
            const error = fault.status === 429 ? 'slow_down' : 'temporarily_unavailable'
            return send(response, fault.status, JSON.stringify({ error, ...retry }))
        }
        if (fault?.kind === 'node killed' && !fault.afterwards) await fate.killNode(client)
        if (fault?.kind === 'silence' || (fault?.kind === 'node killed' && !fault.afterwards)) {
            response.destroy()
            return
        }
        const answer = await ask(form)
        const members = parse(answer.text)
        for (const name of ['access_token', 'refresh_token', 'id_token']) secrets.add(members[name] ?? '')
        entry.status = answer.status
        entry.error = members['error'] ?? ''
        entry.given = fingerprint(members['refresh_token'] ?? '')
        if (fault?.kind === 'node killed') await fate.killNode(client)
        if (fault) {
            response.destroy()
            return
        }
        entry.delivered = true
        send(response, answer.status, withEnd(entry, answer.text))
    }

    /** Adds when the refresh token ends, which the provider itself never tells. */
    function withEnd({ client, at, grant, given }: Passed, text: string): string {
        if (grant === 'authorization_code') consents.set(client, at)
        const [consented, lifespan] = [consents.get(client), provider.toldLifespanOf(client)]
        if (given === '' || lifespan === null || consented === undefined) return text
        const left = Math.round(lifespan - (at - consented) / 1000)
        return JSON.stringify({ ...parse(text), refresh_token_expires_in: left })
    }

    async function onApi(authorization: string, client: string, response: ServerResponse): Promise<void> {
        const answer = await fetch(`${provider.issuer}/token/introspection`, {
            method: 'POST',
            body: new URLSearchParams({
                token: authorization.replace(/^Bearer /, ''),
                client_id: client,
                client_secret: provider.secretOf(client),
            }),
        })
        const { active } = (await answer.json()) as { active?: boolean }
        send(response, active ? 200 : 401, JSON.stringify({ done: Boolean(active) }))
    }

    const server = createServer((request, response) => {
        let body = ''
        request.on('data', (chunk) => (body += chunk))
        request.on('end', () => {
            const url = new URL(request.url ?? '/', 'http://127.0.0.1')
            const work =
                url.pathname === '/token'
                    ? onToken(body, response)
                    : onApi(request.headers.authorization ?? '', url.pathname.slice('/api/'.length), response)
            work.catch((error: Error) => send(response, 500, JSON.stringify({ error: error.message })))
        })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return {
        tokenUrl: `${address}/token`,
        apiUrl: `${address}/api`,
        passed,
        secrets,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve())
                server.closeAllConnections()
            }),
    }
}

function send(response: ServerResponse, status: number, body: string): void {
    if (response.destroyed) return
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

function parse(text: string): Record<string, string> {
    try {
        return JSON.parse(text) as Record<string, string>
    } catch {
        return {}
    }
}
