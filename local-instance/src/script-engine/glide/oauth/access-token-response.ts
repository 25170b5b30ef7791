import type { ScopeHost } from '../scope-bridge'
import type { GlideOAuthStringMap } from './string-map'

/** A provider's answer as OAuth API Scripts get it (SDK sn_auth/GlideOAuthAccessTokenResponse). */
export class GlideOAuthAccessTokenResponse {
    readonly #host: ScopeHost
    readonly #answer: { body: string; contentType: string }
    readonly #parameters: GlideOAuthStringMap

    /** @internal Made for parseTokenResponse(). */
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

    /** What the platform takes from the answer; empty until a script fills it. */
    getparameters(): GlideOAuthStringMap {
        this.#use('getparameters')
        return this.#parameters
    }

    #use(method: string): void {
        this.#host.privilege(`GlideOAuthAccessTokenResponse.${method}`)
    }
}
