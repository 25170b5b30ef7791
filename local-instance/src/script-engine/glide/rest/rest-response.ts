import type { OutboundResponse } from '../../bridge/bridge'
import type { ScopeHost } from '../scope-bridge'
import { toText } from '../values'

/** The answer to a RESTMessageV2 (c_RESTResponseV2API). */
export class RESTResponseV2 {
    readonly #host: ScopeHost
    readonly #response: OutboundResponse
    readonly #url: string

    /** @internal Made by RESTMessageV2.execute(). */
    constructor(host: ScopeHost, url: string, response: OutboundResponse) {
        this.#host = host
        this.#url = url
        this.#response = response
    }

    getAllHeaders(): { name: string; value: string }[] {
        this.#use('getAllHeaders')
        return Object.entries(this.#response.headers).map(([name, value]) => ({ name, value }))
    }

    getBody(): string {
        this.#use('getBody')
        return this.#response.body
    }

    /** The platform's own code: 0 none, 1 no connection or no answer in time. */
    getErrorCode(): number {
        this.#use('getErrorCode')
        return this.#response.errorCode
    }

    /** Null if there was no error. */
    getErrorMessage(): string | null {
        this.#use('getErrorMessage')
        if (this.#response.errorCode !== 0) return this.#response.errorMessage
        const { status } = this.#response
        return status >= 400 ? `Method failed: (${pathOf(this.#url)}) with code: ${status}` : null
    }

    /** The name in any letter case; null if the answer has no such header. */
    getHeader(name: unknown): string | null {
        this.#use('getHeader')
        const wanted = toText(name).toLowerCase()
        const found = Object.entries(this.#response.headers).find(
            ([header]) => header.toLowerCase() === wanted
        )
        return found ? found[1] : null
    }

    getHeaders(): Record<string, string> {
        this.#use('getHeaders')
        return { ...this.#response.headers }
    }

    /** 0 where no answer came. */
    getStatusCode(): number {
        this.#use('getStatusCode')
        return this.#response.status
    }

    /** True where no answer came, and for a status of 400 or more. */
    haveError(): boolean {
        this.#use('haveError')
        return this.#response.errorCode !== 0 || this.#response.status >= 400
    }

    #use(method: string): void {
        this.#host.privilege(`ScriptableRESTResponse.${method}`)
    }
}

function pathOf(url: string): string {
    return /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || '/'
}
