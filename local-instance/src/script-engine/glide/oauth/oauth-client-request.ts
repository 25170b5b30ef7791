import type { ScopeHost } from '../scope-bridge'
import { toText } from '../values'

/** Contents of a request, for the runtime itself. */
export interface RequestContents {
    grantType: string
    scope: string
    refreshToken: string
    userName: string
    password: string
    parameters: Record<string, string>
    headers: Record<string, string>
}

/** Reads a request without checking privileges. */
export let contentsOf: (request: GlideOAuthClientRequest) => RequestContents

/** A token request (c_GlideOAuthClientRequest). */
export class GlideOAuthClientRequest {
    readonly #host: ScopeHost
    readonly #parameters = new Map<string, string>()
    readonly #headers = new Map<string, string>()
    #grantType = ''
    #scope = ''
    #refreshToken = ''
    #userName = ''
    #password = ''
    #midServer = ''
    #providerName = ''

    static {
        contentsOf = (request) => ({
            grantType: request.#grantType,
            scope: request.#scope,
            refreshToken: request.#refreshToken,
            userName: request.#userName,
            password: request.#password,
            parameters: Object.fromEntries(request.#parameters),
            headers: Object.fromEntries(request.#headers),
        })
    }

    /** @internal Scripts get a class of their scope that takes no parameters. */
    constructor(host: ScopeHost) {
        this.#host = host
    }

    getGrantType(): string {
        this.#use('getGrantType')
        return this.#grantType
    }

    getHeader(name: unknown): string | null {
        this.#use('getHeader')
        return this.#headers.get(toText(name)) ?? null
    }

    getHeaders(): Record<string, string> {
        this.#use('getHeaders')
        return Object.fromEntries(this.#headers)
    }

    getMIDServer(): string {
        this.#use('getMIDServer')
        return this.#midServer
    }

    getParameter(name: unknown): string | null {
        this.#use('getParameter')
        return this.#parameters.get(toText(name)) ?? null
    }

    getPassword(): string {
        this.#use('getPassword')
        return this.#password
    }

    getProviderName(): string {
        this.#use('getProviderName')
        return this.#providerName
    }

    getRefreshToken(): string {
        this.#use('getRefreshToken')
        return this.#refreshToken
    }

    getScope(): string {
        this.#use('getScope')
        return this.#scope
    }

    getUserName(): string {
        this.#use('getUserName')
        return this.#userName
    }

    /** @throws Error always: the local instance does not support JWT assertions. */
    setGlideOAuthJWTConfig(): void {
        this.#use('setGlideOAuthJWTConfig')
        throw new Error('GlideOAuthClientRequest: the local instance does not support JWT assertions')
    }

    setGrantType(grantType: unknown): void {
        this.#use('setGrantType')
        this.#grantType = toText(grantType)
    }

    setHeader(name: unknown, value: unknown): void {
        this.#use('setHeader')
        this.#headers.set(toText(name), toText(value))
    }

    /** Stored only: the local instance has no MID servers. */
    setMIDServer(midServer: unknown): void {
        this.#use('setMIDServer')
        this.#midServer = toText(midServer)
    }

    setParameter(name: unknown, value: unknown): void {
        this.#use('setParameter')
        this.#parameters.set(toText(name), toText(value))
    }

    setPassword(password: unknown): void {
        this.#use('setPassword')
        this.#password = toText(password)
    }

    setProviderName(name: unknown): void {
        this.#use('setProviderName')
        this.#providerName = toText(name)
    }

    setRefreshToken(refreshToken: unknown): void {
        this.#use('setRefreshToken')
        this.#refreshToken = toText(refreshToken)
    }

    setScope(scope: unknown): void {
        this.#use('setScope')
        this.#scope = toText(scope)
    }

    setUserName(userName: unknown): void {
        this.#use('setUserName')
        this.#userName = toText(userName)
    }

    #use(method: string): void {
        this.#host.privilege(`GlideOAuthClientRequest.${method}`)
    }
}
