import type { ScopeHost } from '../scope-bridge'
import type { AnswerDraft } from './rest-answer'
import { readText } from '../system/glide-scriptable-input-stream'
import { toText } from '../values'

/** The stream of a response, which is sent unchanged (c_ScriptableServiceRespStreamWriter). */
export class RESTAPIResponseStream {
    readonly #host: ScopeHost
    readonly #draft: AnswerDraft
    readonly #hasStatus: () => boolean

    /** @internal Created by the response. */
    constructor(host: ScopeHost, draft: AnswerDraft, hasStatus: () => boolean) {
        this.#host = host
        this.#draft = draft
        this.#hasStatus = hasStatus
    }

    /** @throws Error unless status and content type are set. */
    writeString(data: unknown): void {
        this.#write('writeString', () => toText(data))
    }

    /** @throws Error unless status and content type are set, and TypeError for anything that is not a stream. */
    writeStream(stream: unknown): void {
        this.#write('writeStream', () => readText(stream))
    }

    #write(method: string, text: () => string): void {
        this.#host.privilege(`ScriptableServiceResultStreamWriter.${method}`)
        if (!this.#hasStatus() || this.#draft.contentType === null) {
            throw new Error('Set the status and the content type before writing to the stream')
        }
        this.#draft.written = (this.#draft.written ?? '') + text()
    }
}

/** The response of a scripted REST operation (c_ScriptableServiceResponseBuilder). */
export class RESTAPIResponse {
    readonly #host: ScopeHost
    readonly #draft: AnswerDraft
    #hasStatus = false

    /** @internal Created for the operation's script. */
    constructor(host: ScopeHost, draft: AnswerDraft) {
        this.#host = host
        this.#draft = draft
    }

    getStreamWriter(): RESTAPIResponseStream {
        this.#host.privilege('ScriptableServiceResultBuilder.getStreamWriter')
        return new RESTAPIResponseStream(this.#host, this.#draft, () => this.#hasStatus)
    }

    /** Sent as `{"result": body}`. */
    setBody(body: unknown): void {
        this.#change('setBody', (draft) => (draft.body = { value: body }))
    }

    setContentType(contentType: unknown): void {
        this.#change('setContentType', (draft) => (draft.contentType = oneLine(contentType)))
    }

    /** An error of `sn_ws_err`; anything else is not an error. */
    setError(error: unknown): void {
        this.#change('setError', (draft) => (draft.error = error))
    }

    setHeader(header: unknown, value: unknown): void {
        this.#change('setHeader', (draft) => put(draft, header, value))
    }

    setHeaders(headers: unknown): void {
        this.#change('setHeaders', (draft) => {
            for (const [name, value] of Object.entries(Object(headers) as object)) put(draft, name, value)
        })
    }

    setLocation(location: unknown): void {
        this.#change('setLocation', (draft) => put(draft, 'Location', location))
    }

    /** Anything but a number counts as 0. */
    setStatus(status: unknown): void {
        this.#change('setStatus', (draft) => {
            draft.status = typeof status === 'number' && Number.isInteger(status) ? status : 0
            this.#hasStatus = true
        })
    }

    /** Headers cannot be set after the first write to the stream. */
    #change(method: string, change: (draft: AnswerDraft) => void): void {
        this.#host.privilege(`ScriptableServiceResultBuilder.${method}`)
        if (this.#draft.written === undefined) change(this.#draft)
    }
}

function put(draft: AnswerDraft, name: unknown, value: unknown): void {
    if (toText(name).toLowerCase() === 'content-type') draft.contentType = oneLine(value)
    else draft.headers[oneLine(name)] = oneLine(value)
}

/** A header value; control characters, which could start another header, become spaces. */
function oneLine(value: unknown): string {
    return Array.from(toText(value), (character) =>
        character < ' ' || character === '\x7f' ? ' ' : character
    ).join('')
}
