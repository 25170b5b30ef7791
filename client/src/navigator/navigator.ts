import type { AuthWindowOptions } from '../types/auth-window-options'

/** A sign-in, as the worker prepared it. */
export interface AuthorizeRequest {
    /** The complete URL of `/oauth_auth.do`. */
    url: string
    /** Redirect URL for the code. */
    redirectUri: string
    /** The `state` of this attempt. */
    state: string
    /** Cancels the attempt, which rejects with the signal's reason. */
    signal: AbortSignal
}

/** Result of a sign-in window. */
export interface CallbackParameters {
    /** The authorization code, for the worker only. */
    code: string
}

/** A window that is open, or ready to be opened, before the URL is known. */
export interface PreparedWindow {
    /**
     * Signs the user in and closes the window.
     *
     * @throws AuthorizationError `popup_closed`, `state_mismatch`, `malformed_callback`, or the instance's
     * `error`
     * @throws InitializationError if OpenFin's API fails
     */
    authorize(request: AuthorizeRequest): Promise<CallbackParameters>
    /** Closes the window of an abandoned attempt; does nothing after `authorize` has settled. */
    close(): void
}

/** Shows the instance's sign-in pages to the user. */
export interface Navigator {
    /**
     * Prepares a window. Must be called in the task of the user's click or soon after it, because browsers
     * block popups that open later.
     *
     * @throws AuthorizationError `popup_blocked`
     */
    prepare(windowOptions?: AuthWindowOptions): PreparedWindow
}
