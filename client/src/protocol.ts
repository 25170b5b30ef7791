/**
 * The messages between a page and its worker. The page sends each message with its own MessageChannel port,
 * on which the worker sends progress notices and then one reply. Any message from the page on that port
 * cancels the call. No message can hold a token or a verifier; a code is passed once, from page to worker.
 */
export type PageMessage = InitMessage | BeginMessage | FinishMessage | RequestMessage | DisconnectMessage

/** Readable columns of the user's own record, as `user_info` returns them. */
export type User = Record<string, unknown>

/** Endpoints at which tokens are requested. */
export type TokenRoute = 'auto' | 'proxy' | 'direct'

/** What `disconnect()` revokes at the instance. */
export type RevokeRule = 'last' | 'always' | 'never'

/** What the first message pins a worker to; later messages must match. */
export interface Pins {
    /** Origin of the instance, such as `https://example.service-now.com`. */
    instanceUrl: string
    clientId: string
    redirectUri: string
    tokenRoute: TokenRoute
}

/** Opens a connection. Reply: `{ user? }`, with the user if the worker's session is signed in already. */
export interface InitMessage {
    type: 'init'
    pins: Pins
    /**
     * Name of a Web Lock that the page holds as long as it exists; a shared worker detects the end of the
     * page by it.
     */
    alive?: string | undefined
}

/**
 * Starts a sign-in. Reply: `{ url, state }` with the complete URL of `/oauth_auth.do`, or `{ user }` if
 * another window has signed in meanwhile.
 */
export interface BeginMessage {
    type: 'begin'
    scope: string[]
    /** Further parameters of the URL; they cannot replace those of the flow. */
    params: Record<string, string>
}

/** Completes a sign-in with the code. Reply: `{ user }`. */
export interface FinishMessage {
    type: 'finish'
    state: string
    code: string
}

/** Body of a request; the page serializes JSON. */
export type RequestBody = string | Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>

/** Calls the REST API. Reply: `{ status, type, headers, body? }`, for 2xx only. */
export interface RequestMessage {
    type: 'request'
    endpoint: string
    method: string
    body?: RequestBody | undefined
    /** Replace the worker's headers of the same spelling; combined with those that differ in letter case. */
    headers?: Record<string, string>
    /** Requests a response without a body. */
    suppress?: boolean | undefined
    /** Further attempts after a network fault, 429 or 503. */
    retry: number
    /** Maximum size of the response in bytes; default: unlimited. */
    maxBytes?: number
    /** Requests the body as bytes, even if it is text. */
    binary?: boolean | undefined
    /** Requests progress notices. */
    progress?: boolean
}

/** Ends the connection. Reply: only `ok`. */
export interface DisconnectMessage {
    type: 'disconnect'
    revoke: RevokeRule
}

/** Reply of the worker, on the port of the message. */
export type WorkerAnswer = ({ ok: true } & AnswerValue) | { ok: false; error: Failure }

/** All members of a reply; the message determines which are present. */
export interface AnswerValue extends Partial<InstanceAnswer> {
    user?: User
    url?: string
    state?: string
}

/** Response of the instance to an API call. */
export interface InstanceAnswer {
    /** HTTP status; 0 for a redirect, which is not followed. */
    status: number
    /** `Content-Type`; empty if absent. */
    type: string
    /** Response headers that the browser exposes, with lower-case names. */
    headers: [name: string, value: string][]
    /** A string for text content types, else a Blob. */
    body: string | Blob
}

/** Selects the error class on the page. */
export type FailureKind = 'parameter' | 'initialization' | 'authorization' | 'expired' | 'request'

/** An error as sent to the page, with the response of the instance that caused it, if any. */
export interface Failure extends Partial<InstanceAnswer> {
    kind: FailureKind
    /** Stable code. */
    code: string
    /** Message, where it adds to the code. */
    message?: unknown
    /** Description from the instance. */
    description?: unknown
    /** Seconds to wait according to `Retry-After`. */
    retryAfter?: number
}

/** Progress in bytes, sent on the message's port before the reply. */
export interface ProgressNotice {
    loaded: number
    /** Total bytes; 0 if unknown. */
    total: number
    /** True for the upload; only the worker `./worker-uploads` reports it. */
    sent?: true
}

/** Notification of the worker, on the connection's own port. */
export interface SessionNotice {
    type: 'session_expired'
}
