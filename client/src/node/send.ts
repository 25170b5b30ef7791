import { ParameterError } from '../errors'
import { fromThrown } from './failures'
import type { Settings } from './settings'

/** A request under way. */
export interface Waiting {
    /** Begins the message of an error, such as `The request`. */
    what: string
    /** Ends the wait for the answer and for its body, even where the option `fetch` ignores signals. */
    signal?: AbortSignal | null | undefined
}

/** A request, and how it is sent. */
export interface Sending extends Waiting {
    settings: Pick<Settings, 'fetch'>
}

/**
 * Sends a request by the option `fetch`, whose answer may be of any implementation.
 *
 * @throws ApiRequestError `network` where it rejects, `timeout` where the signal is a time limit
 * @throws ParameterError where what it answers is no `Response`
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
    throw new ParameterError('The option fetch must answer a Response.')
}

/**
 * Reads the text of an answer, whose body is a web stream, a Node stream (node-fetch) or known by `text()` only.
 *
 * @returns null where it is longer than `maxBytes`
 * @throws ApiRequestError `network` where the answer breaks off, `timeout`
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
            // Leaving the loop ends the stream.
            if (bytes > maxBytes) return null
            text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
        }
        return text + decoder.decode()
    })
}

/** Lets go of an answer that nobody reads, so that its connection is free again. */
export async function discard({ body }: Response): Promise<void> {
    const { cancel, resume } = Object(body) as Partial<ReadableStream & NodeJS.ReadableStream>
    if (typeof cancel === 'function') await cancel.call(body)
    else if (typeof resume === 'function') resume.call(body)
}

/** Waits for work that others may need, too: it goes on, but whoever gave up waits no longer. */
export function unlessAborted<T>(signal: AbortSignal | null | undefined, work: Promise<T>): Promise<T> {
    if (!signal) return work
    return new Promise((resolve, reject) => {
        const abort = () => reject(signal.reason as Error)
        if (signal.aborted) abort()
        signal.addEventListener('abort', abort, { once: true })
        void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    })
}

/** Runs what the option `fetch` does. Implementations differ in the error of an aborted request, so the signal decides. */
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
