import { decodeBase64 } from '../system/base64'
import { GlideScriptableInputStream, readBytes } from '../system/glide-scriptable-input-stream'
import type { ScopeHost } from '../scope-bridge'
import { RequestError } from './request-error'
import { decodeUtf8 } from '../system/utf8'

/** Ways of reading a body that the media type permits. */
type Kind = 'json' | 'xml' | 'other'

/**
 * The body of a request (c_ScriptableServiceRequestBody). It is a stream, so the first read consumes it; a
 * body that is neither JSON nor XML can be read only as stream (c_SpecifyContentType).
 */
export class RESTAPIRequestBody {
    readonly #host: ScopeHost
    readonly #kind: Kind
    readonly #bodyBase64: string
    #stream: GlideScriptableInputStream | undefined
    #entries: unknown[] | undefined

    /** @internal Created with the request. */
    constructor(host: ScopeHost, contentType: string, bodyBase64: string) {
        this.#host = host
        this.#kind = kindOf(contentType)
        this.#bodyBase64 = bodyBase64
    }

    /**
     * The parsed JSON; undefined if the body was read before or is empty.
     *
     * @throws RequestError if it is not JSON.
     */
    get data(): unknown {
        const text = this.#text('data')
        return text === '' ? undefined : this.#parsed(text)
    }

    get dataStream(): GlideScriptableInputStream {
        this.#host.privilege('RESTAPIRequestBody')
        return this.#opened()
    }

    /** Empty if the body was read before. */
    get dataString(): string {
        return this.#text('dataString')
    }

    hasNext(): boolean {
        return this.#list('hasNext').length > 0
    }

    /** The next entry of a JSON list, or a single object; undefined when none is left. */
    nextEntry(): unknown {
        return this.#list('nextEntry').shift()
    }

    #list(method: string): unknown[] {
        if (!this.#entries) {
            const text = this.#text(method)
            const value = text === '' ? [] : this.#parsed(text)
            this.#entries = Array.isArray(value) ? [...(value as unknown[])] : [value]
        }
        return this.#entries
    }

    #text(member: string): string {
        this.#host.privilege('RESTAPIRequestBody')
        if (this.#kind === 'other') {
            throw new Error(
                `request.body.${member} is only available for JSON and XML; read request.body.dataStream`
            )
        }
        return decodeUtf8(readBytes(this.#opened()))
    }

    /** Decoded only when read, since a form's fields are in `queryParams`. */
    #opened(): GlideScriptableInputStream {
        return (this.#stream ??= new GlideScriptableInputStream(decodeBase64(this.#bodyBase64)))
    }

    #parsed(text: string): unknown {
        if (this.#kind === 'xml')
            throw new Error('The local instance does not parse XML; read request.body.dataString')
        try {
            return JSON.parse(text) as unknown
        } catch {
            throw new RequestError('Exception while reading request', 'The payload is not valid JSON')
        }
    }
}

function kindOf(contentType: string): Kind {
    const type = (contentType.split(';')[0] as string).trim().toLowerCase()
    if (type === '' || /[/+]json$/.test(type)) return 'json'
    return /[/+]xml$/.test(type) ? 'xml' : 'other'
}
