import type { ScopeHost } from '../scope-bridge'
import type { RestView } from '../job'
import { RESTAPIRequestBody } from './rest-request-body'
import { toText } from '../values'

/** The request of a scripted REST operation (c_ScriptableServiceRequest). */
export class RESTAPIRequest {
    readonly #host: ScopeHost
    readonly #body: RESTAPIRequestBody
    /** Headers as sent. */
    readonly headers: Record<string, string>
    readonly pathParams: Record<string, string>
    /** Every value is a list; form fields are included. */
    readonly queryParams: Record<string, string[]>
    /** Query string without `?`. */
    readonly queryString: string
    /** The path. */
    readonly uri: string
    readonly url: string

    /** @internal Created for the operation's script. */
    constructor(host: ScopeHost, view: RestView) {
        this.#host = host
        this.#body = new RESTAPIRequestBody(host, view.contentType, view.bodyBase64)
        this.headers = view.headers
        this.pathParams = view.pathParams
        this.queryParams = view.queryParams
        this.queryString = view.queryString
        this.uri = view.uri
        this.url = view.url
    }

    get body(): RESTAPIRequestBody {
        this.#host.privilege('RESTAPIRequest')
        return this.#body
    }

    /** The name is case-insensitive; null if the request has no such header. */
    getHeader(header: unknown): string | null {
        this.#host.privilege('RESTAPIRequest')
        return this.#header(toText(header).toLowerCase()) ?? null
    }

    /** Media types of the Accept header. */
    getSupportedResponseContentTypes(): string[] {
        this.#host.privilege('RESTAPIRequest')
        return (this.#header('accept') ?? '')
            .split(',')
            .map((type) => (type.split(';')[0] as string).trim())
            .filter((type) => type !== '')
    }

    #header(wanted: string): string | undefined {
        return Object.entries(this.headers).find(([name]) => name.toLowerCase() === wanted)?.[1]
    }
}
