import type { ServiceNowUser } from './user'

/** What {@link ServiceNowAuth.authorizationUrl} may be told. */
export interface AuthorizationUrlOptions {
    /** Scopes, where the registration restricts them; none by default. */
    scope?: readonly string[] | undefined
    /**
     * Further parameters of `/oauth_auth.do`. Those of the flow itself (`state`, `redirect_uri` …) are not
     * among them.
     */
    parameters?: Readonly<Record<string, string>> | undefined
}

/** What {@link ServiceNowAuth.handleCallback} may be told. */
export interface CallbackOptions {
    /**
     * The state that this browser was sent to the instance with, from a cookie of your own; undefined where it
     * brings none. With it, only the browser that began a sign-in can finish it, so that nobody can slip their own
     * session into somebody else's browser (RFC 6749 §10.12). Several tabs may sign in at once: set a cookie for
     * each attempt and pass the states of all of them.
     */
    state: string | readonly string[] | undefined
}

/** A finished sign-in. */
export interface SignIn {
    /**
     * Stands for the sign-in from now on: 43 random characters. Whoever has it has the session; treat it like
     * a password.
     */
    key: string
    /** Who signed in; null where the instance does not tell. */
    user: ServiceNowUser | null
}

/**
 * Signs people in at an instance and calls its REST APIs as them, from a server. Holds no token outside its
 * store.
 */
export interface ServiceNowAuth {
    /**
     * Begins a sign-in: the address at the instance to redirect the browser to, good for ten minutes. Its
     * parameter `state` is what belongs into a cookie; see {@link CallbackOptions}.
     *
     * @throws ParameterError `invalid_parameter`
     */
    authorizationUrl(options?: AuthorizationUrlOptions): Promise<string>
    /**
     * Finishes a sign-in.
     *
     * @param url address that the browser came back with, complete or from its path on; only its query
     *     counts, since a reverse proxy may have changed the rest
     * @throws AuthorizationError `state_mismatch` (unknown, used before, too old, another browser's or
     *     instance's; the code goes nowhere), `malformed_callback`, or the instance's own `error`, such as
     *     `access_denied`. `invalid_request` may be the code of an earlier sign-in that was allowed but never
     *     finished: the platform hands it out again for a minute
     * @throws ApiRequestError `network`, `timeout`, `http` where the code could not be exchanged; begin again
     */
    handleCallback(url: string | URL, options?: CallbackOptions): Promise<SignIn>
    /**
     * Calls the instance as the user, like the platform's `fetch`: answers any status, 401 only after a
     * renewal and a second attempt. The bearer goes to the instance's own origin, never to its OAuth pages,
     * and redirects are answered instead of followed. A body that is a stream is sent once.
     *
     * @param path from the root, such as `/api/now/table/incident`, or an address of the instance
     * @throws AuthTokenExpiredError `session_expired`: sign in again
     * @throws ApiRequestError `network`, `timeout`, `http`: no answer, or the token could not be renewed at
     *     the moment
     * @throws ParameterError `invalid_parameter`
     * @throws the reason of `init.signal`
     */
    fetch(key: string, path: string | URL, init?: RequestInit): Promise<Response>
    /**
     * Ends a sign-in: it is forgotten at once, whatever happens next. The tokens are revoked at the instance
     * when no other sign-in of the same user is left, since the instance gives them all the same tokens. An
     * unknown key is no error.
     *
     * @throws ApiRequestError `network`, `timeout`, `http`: forgotten, but the instance did not confirm
     */
    revoke(key: string): Promise<void>
}
