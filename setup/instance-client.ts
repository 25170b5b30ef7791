import { SetupError } from './setup-error'

/** Credentials of the caller: either of the two. */
export interface Credentials {
    /** Value of the Authorization header, `Basic …` or `Bearer …`. */
    authorization?: string
    /** The token of a signed-in browser session (`g_ck`), for pages of the instance itself. */
    userToken?: string
}

/** A request to the instance. */
export interface InstanceRequest {
    method: string
    /** Path and query, beginning with a slash. */
    path: string
    headers?: Readonly<Record<string, string>>
    body?: string
    /** Whether to send credentials and cookies. Default: true. */
    signedIn?: boolean
}

/** A response; a redirect has its status, or 0 if `fetch` hides it. */
export interface InstanceAnswer {
    status: number
    headers: Headers
    text: string
}

/** Sends requests to one instance and never follows a redirect, so that credentials go nowhere else. */
export interface InstanceClient {
    /** Origin of the instance. */
    readonly url: string
    /**
     * True for a page of the instance: browsers do not let it set `Origin`, so it cannot send preflights for
     * other origins.
     */
    readonly inPage: boolean
    /** Number of requests sent so far. */
    readonly sent: () => number
    /** @throws SetupError `unreachable` */
    send(request: InstanceRequest): Promise<InstanceAnswer>
}

/** Options for sending requests. */
export interface ClientOptions extends Credentials {
    /** Default: the global `fetch`. */
    fetch?: typeof fetch
    /** Aborts requests when the caller is interrupted. */
    signal?: AbortSignal
    /** Timeout of one request in ms; default 60,000. */
    timeoutMs?: number
}

/**
 * Maximum number of concurrent requests: an instance serves few concurrent REST requests per node
 * (KB0694711), which users also need.
 */
const AT_A_TIME = 3

/** Creates a client for an instance. */
export function createInstanceClient(url: string, options: ClientOptions): InstanceClient {
    const { authorization, userToken, signal, timeoutMs = 60_000 } = options
    const request = options.fetch ?? fetch
    const own: Record<string, string> = {
        ...(authorization !== undefined && { Authorization: authorization }),
        ...(userToken !== undefined && { 'X-UserToken': userToken }),
    }
    let sent = 0
    const turn = createTurns(AT_A_TIME)

    async function send({ method, path, headers, body, signedIn = true }: InstanceRequest) {
        sent++
        const timeout = AbortSignal.timeout(timeoutMs)
        try {
            const response = await request(url + path, {
                method,
                headers: { Accept: 'application/json', ...(signedIn && own), ...headers },
                redirect: 'manual',
                signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
                ...(!signedIn && { credentials: 'omit' as const }),
                ...(body !== undefined && { body }),
            })
            return { status: response.status, headers: response.headers, text: await response.text() }
        } catch (cause) {
            if (signal?.aborted) throw new SetupError('interrupted', 'Interrupted.')
            const why = timeout.aborted ? ` (no response within ${timeoutMs / 1000} s)` : codeOf(cause)
            throw new SetupError('unreachable', `${url} does not respond${why}.`, { cause })
        }
    }

    return {
        url,
        inPage: userToken !== undefined,
        sent: () => sent,
        send: (asked) => turn(() => send(asked)),
    }
}

/** Runs at most `most` concurrent tasks, in order of arrival. */
function createTurns(most: number): <T>(task: () => Promise<T>) => Promise<T> {
    let running = 0
    const waiting: (() => void)[] = []
    return async (task) => {
        if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
        else running++
        try {
            return await task()
        } finally {
            const next = waiting.shift()
            if (next) next()
            else running--
        }
    }
}

/** The system error code, such as ` (CERT_HAS_EXPIRED)`, which `fetch` puts into the cause. */
function codeOf(error: unknown): string {
    const { code } = Object((error as Error | undefined)?.cause ?? error) as { code?: unknown }
    return typeof code === 'string' ? ` (${code})` : ''
}
