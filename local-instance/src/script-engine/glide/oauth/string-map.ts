import type { ScopeHost } from '../scope-bridge'
import { toText } from '../values'

/** The entries of a map, for the runtime itself. */
export let entriesOf: (map: GlideOAuthStringMap) => Record<string, string>

/** Parameters of a token request or response (SDK sn_auth/GlideOAuthStringMap). */
export class GlideOAuthStringMap {
    readonly #host: ScopeHost
    readonly #entries: Map<string, string>

    static {
        entriesOf = (map) => Object.fromEntries(map.#entries)
    }

    /** @internal Scripts get one that is empty. */
    constructor(host: ScopeHost, entries: Record<string, string> = {}) {
        this.#host = host
        this.#entries = new Map(Object.entries(entries))
    }

    /** Null if there is no such entry. */
    get(key: unknown): string | null {
        this.#use('get')
        return this.#entries.get(toText(key)) ?? null
    }

    getKeys(): string[] {
        this.#use('getKeys')
        return [...this.#entries.keys()]
    }

    /** Returns the previous value. */
    put(key: unknown, value: unknown): string | null {
        this.#use('put')
        const before = this.#entries.get(toText(key)) ?? null
        this.#entries.set(toText(key), toText(value))
        return before
    }

    /** Returns the previous value. */
    remove(key: unknown): string | null {
        this.#use('remove')
        const before = this.#entries.get(toText(key)) ?? null
        this.#entries.delete(toText(key))
        return before
    }

    #use(method: string): void {
        this.#host.privilege(`GlideOAuthStringMap.${method}`)
    }
}
