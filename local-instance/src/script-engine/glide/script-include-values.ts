import type { ScriptIncludeView } from '../bridge/bridge'
import { dictionary, freeze, keys } from './captured'
import type { ScopeHost } from './scope-bridge'

const NONE: readonly string[] = freeze([])

/** Evaluates a script include in its scope and returns the class or object that it defines. */
export type Evaluate = (include: ScriptIncludeView) => unknown

/** Script includes of one transaction: each evaluated once, on first use. */
export class ScriptIncludeValues {
    /** Names of the scopes with script includes. */
    readonly scopes: readonly string[]
    readonly #names = dictionary<string[]>()
    readonly #evaluate: Evaluate
    readonly #values = dictionary<{ value: unknown }>()
    readonly #loading = dictionary<boolean>()
    readonly #allowed = dictionary<true>()

    /** Created before any script of the transaction runs. */
    constructor(names: { scope: string; name: string }[], evaluate: Evaluate) {
        this.#evaluate = evaluate
        for (const { scope, name } of names) {
            if (/^[A-Za-z_$][\w$]*$/.test(name)) (this.#names[scope] ??= []).push(name)
        }
        this.scopes = freeze(keys(this.#names))
    }

    /** Names of a scope's script includes. */
    of(scope: string): readonly string[] {
        return this.#names[scope] ?? NONE
    }

    /**
     * Value of `scope.name` for code of the calling scope; undefined while the script include itself is being
     * evaluated, and if there is none.
     *
     * @throws BridgeRefusal `cross_scope` if that scope may not use it.
     */
    value(host: ScopeHost, scope: string, name: string): unknown {
        const key = `${scope}.${name}`
        if (this.#loading[key]) return undefined
        const seen = `${host.scope} ${key}`
        if (!this.#allowed[seen]) {
            const include = host.call('scriptInclude', { name, scope })
            if (!include) return undefined
            this.#values[key] ??= { value: this.#load(key, include) }
            this.#allowed[seen] = true
        }
        return this.#values[key]?.value
    }

    #load(key: string, include: ScriptIncludeView): unknown {
        this.#loading[key] = true
        try {
            return this.#evaluate(include)
        } finally {
            this.#loading[key] = false
        }
    }
}
