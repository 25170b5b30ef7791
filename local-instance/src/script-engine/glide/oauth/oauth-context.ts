import { toText } from '../values'

/** The properties of a request, besides its parameters, that an OAuth API Script may change. */
export interface RequestChanges {
    /** Replaces the registered URL; empty if the script set none. */
    endpoint: string
    headers: Record<string, string>
    query: Record<string, string>
}

/**
 * `oauthContext` of an OAuth API Script (DOCS c_OAuthUtilScriptInclude; public scripts show that
 * getQueryParameter() returns the request's parameters).
 */
export class OAuthContext {
    readonly #parameters: () => Record<string, string>
    readonly #profile: () => unknown
    readonly #changes: RequestChanges

    /** @internal Created for each use of an OAuth API Script. */
    constructor(parameters: () => Record<string, string>, profile: () => unknown, changes: RequestChanges) {
        this.#parameters = parameters
        this.#profile = profile
        this.#changes = changes
    }

    /** GlideRecord of the `oauth_entity_profile`. */
    getOAuthProfile(): unknown {
        return this.#profile()
    }

    /** Null if the request has no such parameter. */
    getQueryParameter(name: unknown): string | null {
        const wanted = toText(name)
        return this.#changes.query[wanted] ?? this.#parameters()[wanted] ?? null
    }

    setEndpoint(url: unknown): void {
        this.#changes.endpoint = toText(url)
    }

    setHeader(name: unknown, value: unknown): void {
        this.#changes.headers[toText(name)] = toText(value)
    }

    setQueryParameter(name: unknown, value: unknown): void {
        this.#changes.query[toText(name)] = toText(value)
    }
}
