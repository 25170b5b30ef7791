/** The part of a map of request or response parameters (GlideOAuthStringMap) that is used. */
export interface ParameterMap {
    get(name: string): unknown
    put(name: string, value: string): unknown
    remove(name: string): unknown
}

/** The part of a provider's response (GlideOAuthAccessTokenResponse) that is used. */
export interface TokenResponse {
    getBody(): unknown
    getContentType(): unknown
    getparameters(): ParameterMap
}

/** An instance of the script include OAuthCustomUtil. */
export interface ApiScript {
    /** Set by the platform's parent class; missing on older releases. */
    oauthContext?: {
        getQueryParameter?(name: string): unknown
        getOAuthProfile?(): { sys_id?: unknown; oauth_entity?: unknown } | null
    }
    /** Parameters of the request, for the response hook; never logged. */
    sentParameters?: Record<string, string>
}
