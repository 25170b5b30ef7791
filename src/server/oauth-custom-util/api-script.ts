/** A map of request or answer parameters (GlideOAuthStringMap), as far as it is used. */
export interface ParameterMap {
    get(name: string): unknown
    put(name: string, value: string): unknown
    remove(name: string): unknown
}

/** A provider's answer (GlideOAuthAccessTokenResponse), as far as it is used. */
export interface TokenResponse {
    getBody(): unknown
    getContentType(): unknown
    getparameters(): ParameterMap
}

/** An instance of the script include OAuthCustomUtil. */
export interface ApiScript {
    /** Set by the platform's parent class; older ones do not know it. */
    oauthContext?: {
        getQueryParameter?(name: string): unknown
        getOAuthProfile?(): { sys_id?: unknown; oauth_entity?: unknown } | null
    }
    /** What was seen of the request, for the answer's hook; never logged. */
    sentParameters?: Record<string, string>
}
