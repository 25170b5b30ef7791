import type { AuthWindowOptions } from './auth-window-options'

/** Names to values of further parameters of `/oauth_auth.do`; values are sent as text. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any value, and any object without an index signature
export type AuthFlowParams = Record<string, any>

/** Options of `connect(options)`. */
export interface ConnectOptions {
    /** Origin of the instance, such as `https://example.service-now.com`; `http:` for loopback addresses only. */
    instanceUrl: string
    /** Client id of the instance's application registry record, a public client. */
    clientId: string
    /** OAuth scopes to ask for; none unless given. */
    scope?: string[]
    /** Further parameters of `/oauth_auth.do`, none of which the sign-in sets itself. */
    authFlowParams?: Record<string, string>
    /** OpenFin's options for the sign-in window; a browser popup heeds its sizes. */
    authWindowOptions?: AuthWindowOptions
    /** `auto` (unless given): OpenFin's window where `window.fin` works, else a popup. */
    navigator?: 'auto' | 'openfin' | 'browser'
    /** Browsers: address of the app's page that loads `./callback`, on the app's own origin; may be relative. */
    callbackUrl?: string
    /**
     * Address of the `./worker` file, for a content security policy without `blob:`; a `TrustedScriptURL` where that
     * requires Trusted Types.
     */
    workerUrl?: WorkerAddress
    /** `origin`: one sign-in for all windows and tabs of the origin; `window` (unless given): one for each. */
    share?: 'window' | 'origin'
    /** Where tokens are asked for. `auto` (unless given): the app's proxy, or direct where it is absent or off. */
    tokenRoute?: 'auto' | 'proxy' | 'direct'
    /** What `disconnect()` revokes at the instance; `last` unless given: once no other connection uses the tokens. */
    revoke?: 'last' | 'always' | 'never'
    /** Ends the sign-in; `connect` then rejects with the signal's reason. */
    signal?: AbortSignal
    /** How long the sign-in may take, in milliseconds; 300,000 unless given. */
    timeoutMs?: number
    /** Called once a connection, when its session is over. */
    onSessionExpired?: () => void
}

/** A `TrustedScriptURL` (W3C Trusted Types), whether or not the app has declarations of that. */
export interface TrustedScriptUrl {
    toString(): string
    toJSON(): string
}

/** Where a worker's file is. */
export type WorkerAddress = string | URL | TrustedScriptUrl

/** What `connect` works with, once its arguments are checked: complete, and normalised. */
export interface ConnectSettings {
    /** Origin, without a slash at its end. */
    instanceUrl: string
    clientId: string
    scope: string[]
    authFlowParams: Record<string, string>
    authWindowOptions: AuthWindowOptions
    navigator: 'openfin' | 'browser'
    /** Where the instance sends the code: the callback page, or the instance's `/oauth_redirect.do` in OpenFin. */
    redirectUri: string
    /** Absolute where it is a string. */
    workerUrl: WorkerAddress | undefined
    share: 'window' | 'origin'
    tokenRoute: 'auto' | 'proxy' | 'direct'
    revoke: 'last' | 'always' | 'never'
    signal?: AbortSignal | undefined
    timeoutMs: number
    onSessionExpired?: (() => void) | undefined
}
