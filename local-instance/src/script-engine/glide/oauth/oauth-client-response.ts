import type { OAuthTokenView } from '../../bridge/oauth-messages'
import type { ScopeHost } from '../scope-bridge'
import { GlideOAuthToken } from './oauth-token'
import { GlideOAuthStringMap } from './string-map'

/** Outcome of a token request. */
export interface TokenOutcome {
    /** HTTP status; 0 if no response arrived. */
    status: number
    body: string
    contentType: string
    /** Error message; empty on success. */
    errorMessage: string
    parameters: Record<string, string>
    token: OAuthTokenView | null
}

/** The response to a token request (c_GlideOAuthClientResponse). */
export class GlideOAuthClientResponse {
    readonly #host: ScopeHost
    readonly #outcome: TokenOutcome

    /** @internal Created by GlideOAuthClient. */
    constructor(host: ScopeHost, outcome: TokenOutcome) {
        this.#host = host
        this.#outcome = outcome
    }

    getBody(): string {
        this.#use('getBody')
        return this.#outcome.body
    }

    getContentType(): string {
        this.#use('getContentType')
        return this.#outcome.contentType
    }

    /** Empty if the request succeeded (c_GlideOAuthClientResponse). */
    getErrorMessage(): string {
        this.#use('getErrorMessage')
        return this.#outcome.errorMessage
    }

    /** HTTP status; 0 if no response arrived. */
    getResponseCode(): number {
        this.#use('getResponseCode')
        return this.#outcome.status
    }

    getResponseParameters(): Record<string, string> {
        this.#use('getResponseParameters')
        return { ...this.#outcome.parameters }
    }

    /** Null if the request failed. */
    getToken(): GlideOAuthToken | null {
        this.#use('getToken')
        return this.#outcome.token && new GlideOAuthToken(this.#host, this.#outcome.token)
    }

    getparameters(): GlideOAuthStringMap {
        this.#use('getparameters')
        return new GlideOAuthStringMap(this.#host, this.#outcome.parameters)
    }

    #use(method: string): void {
        this.#host.privilege(`GlideOAuthClientResponse.${method}`)
    }
}
