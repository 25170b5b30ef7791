import { encodeBase64 } from '../system/base64'
import { GlideStringUtil } from '../system/glide-string-util'
import type { ScopeHost } from '../scope-bridge'
import type { ApiScriptParts } from '../oauth/api-script'
import { bearerFor } from '../oauth/bearer-for'
import { RESTResponseV2 } from './rest-response'
import { encodeUtf8 } from '../system/utf8'
import { toInteger, toText } from '../values'

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'])

/** Default timeout in ms (property glide.http.timeout). */
const DEFAULT_TIMEOUT = 175_000

/** A placeholder in an endpoint, a header or a body. */
const VARIABLE = /\$\{([^}]*)\}/g

/** A request to another server (c_RESTMessageV2API), sent and awaited by execute(). */
export class RESTMessageV2 {
    readonly #host: ScopeHost
    readonly #headers = new Map<string, { name: string; value: string }>()
    readonly #query: string[] = []
    readonly #variables = new Map<string, string>()
    #endpoint = ''
    #method = ''
    #body: string | null = null
    #timeoutMs: number | undefined
    #followRedirects = true
    #substitute = true
    readonly #parts: ApiScriptParts
    /** sys_id of the `oauth_entity_profile`; empty if no bearer is sent. */
    #profile = ''
    #requestor: { context: string; requestor: string } | undefined

    /** @internal Scripts get a class of their scope that takes no parameters. */
    constructor(host: ScopeHost, parts: ApiScriptParts) {
        this.#host = host
        this.#parts = parts
    }

    /** Disables `${…}` substitution in endpoint, headers and body. */
    disableForcedVariableSubstitution(): void {
        this.#use('disableForcedVariableSubstitution')
        this.#substitute = false
    }

    /**
     * Sends the request and waits for the response; without one, the response has status 0.
     *
     * @throws Error without an endpoint or method, and BridgeRefusal if the scope may not send requests.
     */
    execute(): RESTResponseV2 {
        this.#use('execute')
        if (this.#endpoint === '') throw new Error('RESTMessageV2: the endpoint is not set')
        if (this.#method === '') throw new Error('RESTMessageV2: the HTTP method is not set')
        const url = this.#url()
        const headers: Record<string, string> = {}
        for (const { name, value } of this.#headers.values()) headers[name] = this.#filled(value)
        if (this.#profile) headers['Authorization'] = `Bearer ${this.#bearer()}`
        const response = this.#host.call('http', {
            url,
            method: this.#method,
            headers,
            body: this.#body === null ? null : this.#filled(this.#body),
            timeoutMs: this.#timeoutMs ?? this.#defaultTimeout(),
            followRedirects: this.#followRedirects,
        })
        return new RESTResponseV2(this.#host, url, response)
    }

    getEndpoint(): string {
        this.#use('getEndpoint')
        return this.#endpoint
    }

    getRequestBody(): string | null {
        this.#use('getRequestBody')
        return this.#body
    }

    /** The name is case-insensitive; null if it was not set. */
    getRequestHeader(headerName: unknown): string | null {
        this.#use('getRequestHeader')
        return this.#headers.get(toText(headerName).toLowerCase())?.value ?? null
    }

    getRequestHeaders(): Record<string, string> {
        this.#use('getRequestHeaders')
        const headers: Record<string, string> = {}
        for (const { name, value } of this.#headers.values()) headers[name] = value
        return headers
    }

    /**
     * Authenticates the request with a token that is renewed on demand (c_RESTMessageV2API).
     *
     * @throws Error for another type than `oauth2`: basic profiles are not supported.
     */
    setAuthenticationProfile(type: unknown, profileId: unknown): void {
        this.#use('setAuthenticationProfile')
        if (toText(type) !== 'oauth2') {
            throw new Error(`RESTMessageV2: unsupported authentication type: ${toText(type)}`)
        }
        this.#profile = toText(profileId)
    }

    setBasicAuth(userName: unknown, userPass: unknown): void {
        this.#use('setBasicAuth')
        const credentials = encodeBase64(encodeUtf8(`${toText(userName)}:${toText(userPass)}`))
        this.#headers.set('authorization', { name: 'Authorization', value: `Basic ${credentials}` })
    }

    setEndpoint(endpoint: unknown): void {
        this.#use('setEndpoint')
        this.#endpoint = toText(endpoint)
    }

    setFollowRedirect(followRedirect: unknown): void {
        this.#use('setFollowRedirect')
        this.#followRedirects = Boolean(followRedirect)
    }

    /** @throws Error for a method that the platform does not support. */
    setHttpMethod(method: unknown): void {
        this.#use('setHttpMethod')
        const name = toText(method).toUpperCase()
        if (!METHODS.has(name)) throw new Error(`RESTMessageV2: unsupported HTTP method: ${toText(method)}`)
        this.#method = name
    }

    /** Timeout in ms without data. */
    setHttpTimeout(timeoutMs: unknown): void {
        this.#use('setHttpTimeout')
        this.#timeoutMs = Math.max(0, toInteger(timeoutMs))
    }

    /** Appended to the endpoint, URL-encoded. */
    setQueryParameter(name: unknown, value: unknown): void {
        this.#use('setQueryParameter')
        this.#query.push(`${encodeURIComponent(toText(name))}=${encodeURIComponent(toText(value))}`)
    }

    setRequestBody(body: unknown): void {
        this.#use('setRequestBody')
        this.#body = toText(body)
    }

    setRequestHeader(name: unknown, value: unknown): void {
        this.#use('setRequestHeader')
        this.#headers.set(toText(name).toLowerCase(), { name: toText(name), value: toText(value) })
    }

    /** Owner of the token; default the profile itself. */
    setRequestorProfile(requestorContext: unknown, requestorId: unknown): void {
        this.#use('setRequestorProfile')
        this.#requestor = { context: toText(requestorContext), requestor: toText(requestorId) }
    }

    /** A value for `${name}`, escaped for XML. */
    setStringParameter(name: unknown, value: unknown): void {
        this.#use('setStringParameter')
        this.#variables.set(toText(name), GlideStringUtil.escapeHTML(value))
    }

    /** A value for `${name}`, unescaped. */
    setStringParameterNoEscape(name: unknown, value: unknown): void {
        this.#use('setStringParameterNoEscape')
        this.#variables.set(toText(name), toText(value))
    }

    /** `${…}` without a value becomes empty, as on the platform (KB1442596). */
    #filled(text: string): string {
        if (!this.#substitute) return text
        return text.replace(VARIABLE, (_place, name: string) => this.#variables.get(name) ?? '')
    }

    #url(): string {
        const endpoint = this.#filled(this.#endpoint)
        if (this.#query.length === 0) return endpoint
        return `${endpoint}${endpoint.includes('?') ? '&' : '?'}${this.#query.join('&')}`
    }

    #bearer(): string {
        const owner = this.#requestor ?? { context: 'rest', requestor: this.#profile }
        return bearerFor(this.#host, this.#parts, { ...owner, profile: this.#profile })
    }

    #defaultTimeout(): number {
        const set = toInteger(this.#host.call('property', { name: 'glide.http.timeout' }))
        return set > 0 ? set : DEFAULT_TIMEOUT
    }

    #use(method: string): void {
        this.#host.privilege(`ScriptableRESTMessageClient.${method}`)
    }
}
