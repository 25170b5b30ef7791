import type { OAuthTokenView } from '../../bridge/oauth-messages'
import type { ScopeHost } from '../scope-bridge'

/** Tokens of a requestor and profile (c_GlideOAuthToken, SDK sn_auth/GlideOAuthToken). */
export class GlideOAuthToken {
    readonly #host: ScopeHost
    readonly #token: OAuthTokenView

    /** @internal Created by GlideOAuthClient and GlideOAuthClientResponse. */
    constructor(host: ScopeHost, token: OAuthTokenView) {
        this.#host = host
        this.#token = token
    }

    /** Null if none is stored; an expired token is still returned until it is cleaned up. */
    getAccessToken(): string | null {
        this.#use('getAccessToken')
        return this.#token.accessToken
    }

    getAccessTokenSysID(): string {
        this.#use('getAccessTokenSysID')
        return this.#token.accessTokenSysId
    }

    /** Seconds until the access token expires; 0 once it has expired. */
    getExpiresIn(): number {
        this.#use('getExpiresIn')
        return this.#secondsTo(this.#token.accessTokenExpires)
    }

    /** Claims of an ID token; the local instance requests none. */
    getIdTokenClaims(): null {
        this.#use('getIdTokenClaims')
        return null
    }

    /** Null if none is stored. */
    getRefreshToken(): string | null {
        this.#use('getRefreshToken')
        return this.#token.refreshToken
    }

    /** Seconds until the stored expiry of the refresh token; 0 once it has passed. */
    getRefreshTokenExpiresIn(): number {
        this.#use('getRefreshTokenExpiresIn')
        return this.#secondsTo(this.#token.refreshTokenExpires)
    }

    getRefreshTokenSysID(): string {
        this.#use('getRefreshTokenSysID')
        return this.#token.refreshTokenSysId
    }

    getScope(): string {
        this.#use('getScope')
        return this.#token.scope
    }

    getUserInfoClaims(): null {
        this.#use('getUserInfoClaims')
        return null
    }

    getUserToLogin(): null {
        this.#use('getUserToLogin')
        return null
    }

    #secondsTo(end: number | null): number {
        return end === null ? 0 : Math.max(0, Math.floor((end - this.#host.now()) / 1000))
    }

    #use(method: string): void {
        this.#host.privilege(`GlideOAuthToken.${method}`)
    }
}
