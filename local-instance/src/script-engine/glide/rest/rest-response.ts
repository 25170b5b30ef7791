import type { OutboundResponse } from '../../bridge/bridge'
import type { ScopeHost } from '../scope-bridge'
import { toText } from '../values'

/** The response to a RESTMessageV2 (c_RESTResponseV2API). */
export class RESTResponseV2 {
    readonly #host: ScopeHost
    readonly #response: OutboundResponse
    readonly #url: string

    /** @internal Created by RESTMessageV2.execute(). */
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

    /** The platform's own code: 0 none, 1 no connection or timeout. */
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

    /** The name is case-insensitive; null if the response has no such header. */
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

    /** 0 if no response arrived. */
    getStatusCode(): number {
        this.#use('getStatusCode')
        return this.#response.status
    }

    /** True if no response arrived or the status is 400 or above. */
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
