import { ParameterError } from '../errors'
import { fromThrown } from './failures'
import type { Settings } from './settings'

/** A request in progress. */
export interface Waiting {
    /** Start of error messages, such as `The request`. */
    what: string
    /** Stops waiting for the response and its body, even if the option `fetch` ignores signals. */
    signal?: AbortSignal | null | undefined
}

/** A request and the `fetch` that sends it. */
export interface Sending extends Waiting {
    settings: Pick<Settings, 'fetch'>
}

/**
 * Sends a request with the option `fetch`, whose response may be of any implementation.
 *
 * @throws ApiRequestError `network` if it rejects, `timeout` if the signal is a time limit
 * @throws ParameterError if it does not return a `Response`
 */
export async function send(
    { settings, what, signal }: Sending,
    url: string | URL,
    init: RequestInit
): Promise<Response> {
    const response = await failing({ what, signal }, () =>
        settings.fetch(url, { ...init, ...(signal && { signal }) })
    )
    if (typeof response?.status === 'number' && typeof response.text === 'function') return response
    throw new ParameterError('The option fetch must return a Response.')
}

/**
 * Reads the text of a response, whose body is a web stream, a Node stream (node-fetch), or available only by
 * `text()`.
 *
 * @returns null if it is longer than `maxBytes`
 * @throws ApiRequestError `network` if the response breaks off, `timeout`
 */
export function readText(waiting: Waiting, response: Response, maxBytes: number): Promise<string | null> {
    const body = response.body as unknown
    return failing(waiting, async () => {
        if (!isIterable(body)) {
            const text = await response.text()
            return text.length > maxBytes ? null : text
        }
        const decoder = new TextDecoder()
        let text = ''
        let bytes = 0
        for await (const chunk of body) {
            bytes += chunk.length
            // Leaving the loop cancels the stream.
            if (bytes > maxBytes) return null
            text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
        }
        return text + decoder.decode()
    })
}

/** Discards an unread response to free its connection. */
export async function discard({ body }: Response): Promise<void> {
    const { cancel, resume } = Object(body) as Partial<ReadableStream & NodeJS.ReadableStream>
    if (typeof cancel === 'function') await cancel.call(body)
    else if (typeof resume === 'function') resume.call(body)
}

/** Waits for shared work until the signal is aborted; the work itself continues. */
export function unlessAborted<T>(signal: AbortSignal | null | undefined, work: Promise<T>): Promise<T> {
    if (!signal) return work
    return new Promise((resolve, reject) => {
        const abort = () => reject(signal.reason as Error)
        if (signal.aborted) abort()
        signal.addEventListener('abort', abort, { once: true })
        void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    })
}

/**
 * Runs a call of the option `fetch`. Implementations differ in the error of an aborted request, so the signal
 * determines it.
 */
async function failing<T>({ what, signal }: Waiting, work: () => Promise<T>): Promise<T> {
    try {
        return await unlessAborted(signal, work())
    } catch (error) {
        throw fromThrown(signal?.aborted ? signal.reason : error, what)
    }
}

function isIterable(body: unknown): body is AsyncIterable<Uint8Array | string> {
    return typeof (Object(body) as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator] === 'function'
}
