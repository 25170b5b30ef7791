import type { ScopeHost } from '../scope-bridge'
import { toText } from '../values'

/** User name of an unauthenticated user. */
const GUEST = 'guest'

/** The session of the transaction (c_GlideSessionScopedAPI). */
export class GlideSession {
    readonly #host: ScopeHost
    readonly #clientData = new Map<string, string>()

    /** @internal Created by gs.getSession(). */
    constructor(host: ScopeHost) {
        this.#host = host
    }

    getClientData(paramName: unknown): string | null {
        return this.#clientData.get(toText(paramName)) ?? null
    }

    putClientData(paramName: unknown, paramValue: unknown): void {
        this.#clientData.set(toText(paramName), toText(paramValue))
    }

    /** The caller's address; null in jobs. */
    getClientIP(): string | null {
        return this.#host.transaction.clientIp || null
    }

    /** Null: users are in the global domain. */
    getCurrentDomainID(): string | null {
        return null
    }

    /**
     * The user's language; in a mail script that of the mail's recipients, if notifications are translated.
     */
    getLanguage(): string {
        return this.#host.call('language', {})
    }

    getTimeZoneName(): string {
        return 'GMT'
    }

    /** Null: there is no page. */
    getUrlOnStack(): string | null {
        return null
    }

    isImpersonating(): boolean {
        return false
    }

    isInteractive(): boolean {
        return this.#host.transaction.interactive === true
    }

    isLoggedIn(): boolean {
        return this.#host.transaction.userName !== GUEST
    }
}
