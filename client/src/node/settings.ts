import { createHash } from 'node:crypto'
import { ParameterError } from '../errors'
import { LONGEST_MS } from '../limits'
import { isSecure } from '../loopback'
import { createMemoryStore, type AuthStore } from './auth-store'
import { portableFetch, type AnyFetch } from './portable-fetch'

/** What {@link createServiceNowAuth} is told. */
export interface ServiceNowAuthOptions {
    /** Such as `https://example.service-now.com`: https, or http on this machine; no path. */
    instanceUrl: string
    /** Client id of the application registry (`oauth_entity`). */
    clientId: string
    /** Secret of a confidential registration; none for a public one. */
    clientSecret?: string | undefined
    /** The app's own page that the instance sends people back to, to the letter as it is registered. */
    redirectUri: string
    /** Where tokens are kept; default this process' memory. */
    store?: AuthStore | undefined
    /**
     * Sends every request: any implementation of `fetch`, such as undici's, node-fetch's or cross-fetch's; default
     * the platform's own. The answers of {@link ServiceNowAuth.fetch} are then those of that implementation.
     */
    fetch?: AnyFetch | undefined
    /** Milliseconds since 1970; default the machine's clock. */
    now?: (() => number) | undefined
    /** Limit of each request for tokens, their revocation and the user, in milliseconds; default 30,000. */
    timeoutMs?: number | undefined
}

/** The same, checked and complete. */
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
     * Name of an entry in the store. It tells nothing of what it was made from, and differs by instance and
     * client.
     */
    nameOf: (kind: 'state' | 'session' | 'grant', id: string) => string
}

/**
 * Checks the options before anything is done with them.
 *
 * @throws ParameterError `invalid_parameter`
 */
export function checkOptions(options: ServiceNowAuthOptions): Settings {
    if (typeof options !== 'object' || options === null) refuse('The options must be an object.')
    const { clientId, clientSecret, redirectUri, store, timeoutMs = 30_000 } = options
    const instance = parse(options.instanceUrl)
    if (!instance || !/^https?:\/\/[^/?#@\\\s]+\/?$/i.test(options.instanceUrl)) {
        refuse('instanceUrl must be like https://example.service-now.com (http on this machine only).')
    }
    if (typeof clientId !== 'string' || !clientId.trim()) refuse('clientId must be a text.')
    if (clientSecret !== undefined && (typeof clientSecret !== 'string' || !clientSecret)) {
        refuse('clientSecret must be a text, or left out for a public client.')
    }
    const redirect = parse(redirectUri)
    if (!redirect || redirect.hash || redirect.username || redirect.password) {
        refuse('redirectUri must be an https address without a fragment (http on this machine only).')
    }
    if (store && !(['get', 'set', 'delete'] as const).every((name) => typeof store[name] === 'function')) {
        refuse('store must have the methods get, set and delete.')
    }
    if (options.fetch !== undefined && typeof options.fetch !== 'function')
        refuse('fetch must be a function like the one of the platform.')
    if (typeof timeoutMs !== 'number' || !(timeoutMs > 0 && timeoutMs <= LONGEST_MS)) {
        refuse(`timeoutMs must be a number above 0, at most ${LONGEST_MS}.`)
    }
    const instanceUrl = instance.origin
    const now = options.now ?? Date.now
    return {
        instanceUrl,
        clientId,
        clientSecret,
        redirectUri,
        store: store ?? createMemoryStore(now),
        // Looked up at each call, since tools replace the global one to watch requests.
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
