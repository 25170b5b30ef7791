import type { ServiceNowUser } from './user'

/** Options of {@link ServiceNowAuth.authorizationUrl}. */
export interface AuthorizationUrlOptions {
    /** OAuth scopes, if the registration restricts them; default: none. */
    scope?: readonly string[] | undefined
    /**
     * Further parameters of `/oauth_auth.do`, except those that the sign-in sets (`state`, `redirect_uri` …).
     */
    parameters?: Readonly<Record<string, string>> | undefined
}

/** Options of {@link ServiceNowAuth.handleCallback}. */
export interface CallbackOptions {
    /**
     * The state from this browser's own cookie; undefined if it has none. With this option, only the browser
     * that started a sign-in can complete it, which prevents login CSRF (RFC 6749 §10.12). Several tabs may
     * sign in at once: set a cookie per attempt and pass all states.
     */
    state: string | readonly string[] | undefined
}

/** A completed sign-in. */
export interface SignIn {
    /**
     * Key of the sign-in: 43 random characters. It grants access to the session; treat it like a password.
     */
    key: string
    /** The signed-in user; null if the instance does not return it. */
    user: ServiceNowUser | null
}

/**
 * Signs users in to an instance and calls its REST APIs as them, from a server. Tokens are kept in the store
 * only.
 */
export interface ServiceNowAuth {
    /**
     * Starts a sign-in. Returns the URL at the instance to redirect the browser to, valid for ten minutes.
     * Store its parameter `state` in a cookie; see {@link CallbackOptions}.
     *
     * @throws ParameterError `invalid_parameter`
     */
    authorizationUrl(options?: AuthorizationUrlOptions): Promise<string>
    /**
     * Completes a sign-in.
     *
     * @param url URL of the callback request, complete or from the path on; only its query is used, since a
     * reverse proxy may have changed the rest
     * @throws AuthorizationError `state_mismatch` (unknown, already used, expired, or of another browser or
     * instance; the code is not sent anywhere), `malformed_callback`, or the instance's own `error`, such as
     * `access_denied`. `invalid_request` may be caused by the code of an earlier sign-in that was allowed but
     * not completed: the platform issues it again for a minute
     * @throws ApiRequestError `network`, `timeout`, `http` if the code could not be exchanged; start again
     */
    handleCallback(url: string | URL, options?: CallbackOptions): Promise<SignIn>
    /**
     * Calls the instance as the user, like the platform's `fetch`: resolves with any status, with 401 only
     * after a renewal and a second attempt. The access token is sent to the instance's own origin, never to
     * its OAuth pages. Redirects are returned, not followed. A stream as body is sent once.
     *
     * @param path from the root, such as `/api/now/table/incident`, or a URL on the instance
     * @throws AuthTokenExpiredError `session_expired`: sign in again
     * @throws ApiRequestError `network`, `timeout`, `http`: no response, or the token could not be renewed
     * @throws ParameterError `invalid_parameter`
     * @throws the reason of `init.signal`
     */
    fetch(key: string, path: string | URL, init?: RequestInit): Promise<Response>
    /**
     * Ends a sign-in. It is deleted at once, even if the revocation fails. The tokens are revoked at the
     * instance when no other sign-in of the same user is left, since the instance issues them all the same
     * tokens. An unknown key is ignored.
     *
     * @throws ApiRequestError `network`, `timeout`, `http`: deleted, but the instance did not confirm the
     * revocation
     */
    revoke(key: string): Promise<void>
}
