import type { Agent, Dispatcher } from 'undici'
import type { OutboundRequest, OutboundResponse } from '../bridge/bridge'
import { isAllowedHost } from './allowed-hosts'
import { decodeBody, readBody } from './body'
import { createConnections, type Connections } from './connections'
import { createAgent, send } from './http-client'
import { failed } from './outbound-client'
import { OutboundError } from './outbound-error'
import { DEFAULT_LIMITS, type OutboundLimits } from './outbound-limits'

/** Maximum number of redirects, if a request follows them. */
const MAX_REDIRECTS = 5
/** Default time limit of a request in ms. */
const DEFAULT_TIMEOUT_MS = 30_000
/** Headers that belong to the connection; scripts cannot set them. */
const CONNECTION = new Set([
    'connection',
    'content-length',
    'expect',
    'host',
    'keep-alive',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
])

/** Sends one request; never rejects. */
export type Sender = (
    request: OutboundRequest & Partial<OutboundLimits>,
    signal?: AbortSignal
) => Promise<OutboundResponse>

/** Creates a sender with its own keep-alive connections. Certificates are always verified. */
export function createSender(): Sender {
    const agent = createAgent({
        connections: 64,
        keepAliveTimeout: 10_000,
        connect: { timeout: 10_000 },
        allowH2: false,
    })
    const connections = createConnections()
    return async (asked, ended) => {
        const request = { ...DEFAULT_LIMITS, ...asked }
        const timeoutMs = request.timeoutMs > 0 ? request.timeoutMs : DEFAULT_TIMEOUT_MS
        const timeout = AbortSignal.timeout(timeoutMs)
        try {
            return await follow(
                { agent, connections },
                request,
                ended ? AbortSignal.any([timeout, ended]) : timeout
            )
        } catch (error) {
            return failed(explain(error, { url: request.url, timedOut: timeout.aborted, timeoutMs }))
        }
    }
}

async function follow(
    { agent, connections }: { agent: Agent; connections: Connections },
    request: OutboundRequest & OutboundLimits,
    signal: AbortSignal
): Promise<OutboundResponse> {
    let url = parse(request.url)
    let { method, body } = request
    let headers = withoutConnection(request.headers)
    for (let hops = 0; ; hops++) {
        if (!isAllowedHost(request, url)) {
            throw new OutboundError(`The host ${url.host} is not listed in glide.hosts.allowlist`)
        }
        const release = await connections.take(url.host, request, signal)
        let target: URL | undefined
        let answer: Dispatcher.ResponseData
        try {
            answer = await send(agent, url, {
                method: method as Dispatcher.HttpMethod,
                headers,
                body,
                signal,
                headersTimeout: 0,
                bodyTimeout: 0,
            })
            target = request.followRedirects ? redirectOf(answer, url) : undefined
            if (!target) return await toResponse(answer)
            await answer.body.dump()
        } finally {
            release()
        }
        if (hops === MAX_REDIRECTS) throw new OutboundError('Too many redirects')
        // A redirect to another server must not receive credentials for this one (RFC 9110 §15.4).
        if (target.origin !== url.origin) headers = withoutSecrets(headers)
        if (answer.statusCode === 303 || (answer.statusCode < 303 && method === 'POST')) {
            method = 'GET'
            body = null
        }
        url = target
    }
}

async function toResponse({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<OutboundResponse> {
    const flat = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(', ') : (value ?? ''),
        ])
    )
    const bytes = await readBody(body, flat['content-encoding'])
    return {
        status: statusCode,
        headers: flat,
        body: decodeBody(bytes, flat['content-type']),
        errorCode: 0,
        errorMessage: '',
    }
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | undefined {
    const location = headers['location']
    if (![301, 302, 303, 307, 308].includes(statusCode) || typeof location !== 'string') return undefined
    return parse(URL.canParse(location, from.href) ? new URL(location, from.href).href : '')
}

function parse(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
        throw new OutboundError('The endpoint must be a URL starting with https:// or http://')
    }
    if (url.username || url.password)
        throw new OutboundError('The endpoint must not contain a user name or password')
    return url
}

function withoutConnection(headers: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !CONNECTION.has(name.toLowerCase())))
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
    const secret = ['authorization', 'cookie', 'proxy-authorization']
    return Object.fromEntries(
        Object.entries(headers).filter(([name]) => !secret.includes(name.toLowerCase()))
    )
}

/**
 * Reason why there is no response, without path, query, headers or body of the request, which may contain
 * secrets.
 */
function explain(
    error: unknown,
    { url, timedOut, timeoutMs }: { url: string; timedOut: boolean; timeoutMs: number }
): string {
    if (error instanceof OutboundError) return error.message
    const host = URL.canParse(url) ? new URL(url).host : 'the endpoint'
    if (timedOut) return `Socket timeout: no response from ${host} within ${timeoutMs} ms`
    const code = String((error as { code?: unknown }).code ?? '')
    if (code === 'ECONNREFUSED') return `Connection refused by ${host}`
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `Unknown host ${host}`
    if (code === 'UND_ERR_CONNECT_TIMEOUT') return `Socket timeout: no connection to ${host}`
    if (code === 'UND_ERR_INVALID_ARG') return 'The request has an invalid method, header or URL'
    if (/CERT|SSL|TLS/.test(code))
        return `The certificate or TLS connection of ${host} was rejected (${code})`
    return `The connection to ${host} failed${code && ` (${code})`}`
}
