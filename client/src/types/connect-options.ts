import type { AuthWindowOptions } from './auth-window-options'

/** Further parameters of `/oauth_auth.do` by name; values are converted to strings. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any value, and any object without an index signature
export type AuthFlowParams = Record<string, any>

/** Options of `connect(options)`. */
export interface ConnectOptions {
    /** Origin of the instance, such as `https://example.service-now.com`; `http:` on a loopback host only. */
    instanceUrl: string
    /** Client id of the instance's application registry record, a public client. */
    clientId: string
    /** OAuth scopes to request; default: none. */
    scope?: string[]
    /** Further parameters of `/oauth_auth.do`, except those that the sign-in sets. */
    authFlowParams?: Record<string, string>
    /** OpenFin's options for the sign-in window; a browser popup uses width, height, left and top. */
    authWindowOptions?: AuthWindowOptions
    /** Where to sign in; default `auto`: OpenFin's window if `window.fin` works, else a popup. */
    navigator?: 'auto' | 'openfin' | 'browser'
    /**
     * URL of the app's callback page, which loads `./callback`, on the app's own origin; may be relative.
     * Required in browsers.
     */
    callbackUrl?: string
    /**
     * URL of the `./worker` file, for a content security policy without `blob:`; a `TrustedScriptURL` if that
     * policy requires Trusted Types.
     */
    workerUrl?: WorkerAddress
    /** `origin`: one sign-in for all windows and tabs of the origin; `window` (default): one per window. */
    share?: 'window' | 'origin'
    /**
     * Where tokens are requested; default `auto`: the app's proxy, or direct if the app is missing or
     * switched off.
     */
    tokenRoute?: 'auto' | 'proxy' | 'direct'
    /**
     * What `disconnect()` revokes at the instance; default `last`: the tokens, once no other connection uses
     * them.
     */
    revoke?: 'last' | 'always' | 'never'
    /** Cancels the sign-in; `connect` then rejects with the signal's reason. */
    signal?: AbortSignal
    /** Time limit of the sign-in in milliseconds; default 300,000. */
    timeoutMs?: number
    /** Called once per connection, when its session has ended. */
    onSessionExpired?: () => void
}

/** A `TrustedScriptURL` (W3C Trusted Types), without requiring its declarations. */
export interface TrustedScriptUrl {
    toString(): string
    toJSON(): string
}

/** URL of a worker's file. */
export type WorkerAddress = string | URL | TrustedScriptUrl

/** Options of `connect`, validated, completed and normalized. */
export interface ConnectSettings {
    /** Origin, without a trailing slash. */
    instanceUrl: string
    clientId: string
    scope: string[]
    authFlowParams: Record<string, string>
    authWindowOptions: AuthWindowOptions
    navigator: 'openfin' | 'browser'
    /** Redirect URL: the callback page, or the instance's `/oauth_redirect.do` in OpenFin. */
    redirectUri: string
    /** Absolute if it is a string. */
    workerUrl: WorkerAddress | undefined
    share: 'window' | 'origin'
    tokenRoute: 'auto' | 'proxy' | 'direct'
    revoke: 'last' | 'always' | 'never'
    signal?: AbortSignal | undefined
    timeoutMs: number
    onSessionExpired?: (() => void) | undefined
}
