import type { AuthWindowOptions } from '../types/auth-window-options'

/** One sign-in, as the worker prepared it. */
export interface AuthorizeRequest {
    /** The complete `/oauth_auth.do` address. */
    url: string
    /** Where the instance is to send the code. */
    redirectUri: string
    /** The `state` of this attempt. */
    state: string
    /** Ends the attempt; what it rejects with is the signal's reason. */
    signal: AbortSignal
}

/** What a sign-in window came back with. */
export interface CallbackParameters {
    /** The authorization code, for the worker only. */
    code: string
}

/** A window that is there, or is ready to be opened, before the address to open is known. */
export interface PreparedWindow {
    /**
     * Signs the user in and closes the window.
     *
     * @throws AuthorizationError `popup_closed`, `state_mismatch`, `malformed_callback`, or the instance's `error`
     * @throws InitializationError where OpenFin's API fails
     */
    authorize(request: AuthorizeRequest): Promise<CallbackParameters>
    /** Closes the window of an attempt that goes no further; does nothing after `authorize` has settled. */
    close(): void
}

/** A way to show the instance's sign-in pages to the user. */
export interface Navigator {
    /**
     * Makes a window ready, in the task of the user's click or soon after it: later a browser lets a page open none.
     *
     * @throws AuthorizationError `popup_blocked`
     */
    prepare(windowOptions?: AuthWindowOptions): PreparedWindow
}
