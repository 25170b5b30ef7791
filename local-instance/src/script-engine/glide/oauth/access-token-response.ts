import type { ScopeHost } from '../scope-bridge'
import type { GlideOAuthStringMap } from './string-map'

/**
 * A provider's token response, as passed to OAuth API Scripts (SDK sn_auth/GlideOAuthAccessTokenResponse).
 */
export class GlideOAuthAccessTokenResponse {
    readonly #host: ScopeHost
    readonly #answer: { body: string; contentType: string }
    readonly #parameters: GlideOAuthStringMap

    /** @internal Created for parseTokenResponse(). */
    constructor(
        host: ScopeHost,
        answer: { body: string; contentType: string },
        parameters: GlideOAuthStringMap
    ) {
        this.#host = host
        this.#answer = answer
        this.#parameters = parameters
    }

    getBody(): string {
        this.#use('getBody')
        return this.#answer.body
    }

    getContentType(): string {
        this.#use('getContentType')
        return this.#answer.contentType
    }

    /** The response parameters that the platform uses; empty until a script sets them. */
    getparameters(): GlideOAuthStringMap {
        this.#use('getparameters')
        return this.#parameters
    }

    #use(method: string): void {
        this.#host.privilege(`GlideOAuthAccessTokenResponse.${method}`)
    }
}
