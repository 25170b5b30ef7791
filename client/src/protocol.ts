/**
 * The messages between a page and its worker. Page to worker: each with a MessageChannel port of its own, on which the
 * one answer comes back, or notices of progress before it; anything that the page sends on that port calls it off.
 * No type here has room for a token or a verifier; a code crosses once, from page to worker.
 */
export type PageMessage = InitMessage | BeginMessage | FinishMessage | RequestMessage | DisconnectMessage

/** Columns of the user's own record that the user may read, as `user_info` gives them. */
export type User = Record<string, unknown>

/** Which endpoints tokens are asked for at. */
export type TokenRoute = 'auto' | 'proxy' | 'direct'

/** What `disconnect()` does at the instance. */
export type RevokeRule = 'last' | 'always' | 'never'

/** What a worker is pinned to by the first message that it gets; later ones must say the same. */
export interface Pins {
    /** Origin of the instance, such as `https://example.service-now.com`. */
    instanceUrl: string
    clientId: string
    redirectUri: string
    tokenRoute: TokenRoute
}

/** Opens a connection. Answer: `{ user? }`, the user where the worker's session is signed in already. */
export interface InitMessage {
    type: 'init'
    pins: Pins
    /** Name of a Web Lock that the page holds as long as it lives, by which a shared worker learns of its end. */
    alive?: string | undefined
}

/**
 * Starts a sign-in. Answer: `{ url, state }`, the complete address of `/oauth_auth.do`; or `{ user }` where another
 * window's sign-in ended well in the meantime.
 */
export interface BeginMessage {
    type: 'begin'
    scope: string[]
    /** Further parameters of the address; they cannot replace those of the flow. */
    params: Record<string, string>
}

/** Ends a sign-in with the code that came back. Answer: `{ user }`. */
export interface FinishMessage {
    type: 'finish'
    state: string
    code: string
}

/** What a request's body may be; JSON is made into text at the page. */
export type RequestBody = string | Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>

/** Calls the REST API. Answer: `{ status, type, headers, body? }`, for 2xx only. */
export interface RequestMessage {
    type: 'request'
    endpoint: string
    method: string
    body?: RequestBody | undefined
    /** Replace those of the worker that are written alike, and are combined with them in another letter case. */
    headers?: Record<string, string>
    /** Asks for an answer without a body. */
    suppress?: boolean | undefined
    /** Further attempts after a network fault, 429 or 503. */
    retry: number
    /** Largest answer that is read, in bytes; any unless given. */
    maxBytes?: number
    /** Asks for the body byte for byte, also where it is text. */
    binary?: boolean | undefined
    /** Asks for notices of progress. */
    progress?: boolean
}

/** Ends the connection. Answer: nothing but `ok`. */
export interface DisconnectMessage {
    type: 'disconnect'
    revoke: RevokeRule
}

/** What the worker answers, on the port that came with the message. */
export type WorkerAnswer = ({ ok: true } & AnswerValue) | { ok: false; error: Failure }

/** All that an answer may hold; which members it has follows from the message. */
export interface AnswerValue extends Partial<InstanceAnswer> {
    user?: User
    url?: string
    state?: string
}

/** What the instance answered to an API call. */
export interface InstanceAnswer {
    /** HTTP status; 0 for a redirect, which is not followed. */
    status: number
    /** `Content-Type`; empty where there is none. */
    type: string
    /** What else the browser may read of the header, names in lower case. */
    headers: [name: string, value: string][]
    /** Text by its content type as text, everything else as a Blob. */
    body: string | Blob
}

/** Which error class the page makes. */
export type FailureKind = 'parameter' | 'initialization' | 'authorization' | 'expired' | 'request'

/** An error on its way to the page; where the instance's answer is the reason, with that. */
export interface Failure extends Partial<InstanceAnswer> {
    kind: FailureKind
    /** Stable code. */
    code: string
    /** Where there is more to say than the code does. */
    message?: unknown
    /** The instance's own text. */
    description?: unknown
    /** Seconds that the instance asks to wait. */
    retryAfter?: number
}

/** Bytes received, or sent, so far, on the answer's port before the answer. */
export interface ProgressNotice {
    loaded: number
    /** Bytes in all; 0 where the instance does not say. */
    total: number
    /** Of the request's body; the worker `./worker-uploads` alone tells this. */
    sent?: true
}

/** What the worker says unasked, on the connection's own port. */
export interface SessionNotice {
    type: 'session_expired'
}
