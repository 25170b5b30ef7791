import { createHash } from 'node:crypto'
import { ParameterError } from '../errors'
import { LONGEST_MS } from '../limits'
import { isSecure } from '../loopback'
import { createMemoryStore, type AuthStore } from './auth-store'
import { portableFetch, type AnyFetch } from './portable-fetch'

/** Options of {@link createServiceNowAuth}. */
export interface ServiceNowAuthOptions {
    /** Origin of the instance, such as `https://example.service-now.com`; `http:` on a loopback host only. */
    instanceUrl: string
    /** Client id of the application registry (`oauth_entity`). */
    clientId: string
    /** Client secret of a confidential client; omitted for a public client. */
    clientSecret?: string | undefined
    /** Redirect URL of the app, exactly as it is registered. */
    redirectUri: string
    /** Storage for tokens; default: this process's memory. */
    store?: AuthStore | undefined
    /**
     * Sends every request: any implementation of `fetch`, such as undici's, node-fetch's or cross-fetch's;
     * default: the platform's. {@link ServiceNowAuth.fetch} then returns responses of that implementation.
     */
    fetch?: AnyFetch | undefined
    /** Current time in milliseconds since 1970; default: the system clock. */
    now?: (() => number) | undefined
    /** Time limit of each request for tokens, revocation and the user, in milliseconds; default 30,000. */
    timeoutMs?: number | undefined
}

/** Validated options with defaults. */
export interface Settings {
    /** Without a trailing slash. */
    instanceUrl: string
    clientId: string
    clientSecret: string | undefined
    redirectUri: string
    store: AuthStore
    fetch: typeof fetch
    now: () => number
    timeoutMs: number
    /**
     * Name of an entry in the store: a hash that reveals nothing of its input and differs by instance and
     * client.
     */
    nameOf: (kind: 'state' | 'session' | 'grant', id: string) => string
}

/**
 * Validates the options before anything else happens.
 *
 * @throws ParameterError `invalid_parameter`
 */
export function checkOptions(options: ServiceNowAuthOptions): Settings {
    if (typeof options !== 'object' || options === null) refuse('The options must be an object.')
    const { clientId, clientSecret, redirectUri, store, timeoutMs = 30_000 } = options
    const instance = parse(options.instanceUrl)
    if (!instance || !/^https?:\/\/[^/?#@\\\s]+\/?$/i.test(options.instanceUrl)) {
        refuse(
            'instanceUrl must be an origin like https://example.service-now.com (http on a loopback host only).'
        )
    }
    if (typeof clientId !== 'string' || !clientId.trim()) refuse('clientId must be a non-empty string.')
    if (clientSecret !== undefined && (typeof clientSecret !== 'string' || !clientSecret)) {
        refuse('clientSecret must be a non-empty string, or omitted for a public client.')
    }
    const redirect = parse(redirectUri)
    if (!redirect || redirect.hash || redirect.username || redirect.password) {
        refuse('redirectUri must be an https URL without a fragment (http on a loopback host only).')
    }
    if (store && !(['get', 'set', 'delete'] as const).every((name) => typeof store[name] === 'function')) {
        refuse('store must have the methods get, set and delete.')
    }
    if (options.fetch !== undefined && typeof options.fetch !== 'function')
        refuse('fetch must be a function like the global fetch.')
    if (typeof timeoutMs !== 'number' || !(timeoutMs > 0 && timeoutMs <= LONGEST_MS)) {
        refuse(`timeoutMs must be a number greater than 0 and at most ${LONGEST_MS}.`)
    }
    const instanceUrl = instance.origin
    const now = options.now ?? Date.now
    return {
        instanceUrl,
        clientId,
        clientSecret,
        redirectUri,
        store: store ?? createMemoryStore(now),
        // Resolved at each call, since tools replace the global `fetch` to trace requests.
        fetch: options.fetch ? portableFetch(options.fetch) : (input, init) => fetch(input, init),
        now,
        timeoutMs,
        nameOf(kind, id) {
            const text = JSON.stringify([instanceUrl, clientId, id])
            return `${kind}:${createHash('sha256').update(text).digest('base64url')}`
        },
    }
}

function parse(text: unknown): URL | null {
    if (typeof text !== 'string' || !URL.canParse(text)) return null
    const url = new URL(text)
    return isSecure(url) ? url : null
}

function refuse(message: string): never {
    throw new ParameterError(message)
}
