import type { ScriptIncludeView } from '../bridge'
import type { ScopeHost } from './host'

/** Evaluates a script include in its scope and answers the class or object that it defines. */
export type Evaluate = (include: ScriptIncludeView) => unknown

/** Script includes of one transaction: evaluated when they are first used, once. */
export class ScriptIncludes {
    readonly #names: { scope: string; name: string }[]
    readonly #evaluate: Evaluate
    readonly #values = new Map<string, unknown>()
    readonly #loading = new Set<string>()
    readonly #allowed = new Set<string>()

    constructor(names: { scope: string; name: string }[], evaluate: Evaluate) {
        this.#names = names.filter(({ name }) => /^[A-Za-z_$][\w$]*$/.test(name))
        this.#evaluate = evaluate
    }

    /** Names of the scopes that have any. */
    get scopes(): string[] {
        return [...new Set(this.#names.map(({ scope }) => scope))]
    }

    /** Names of a scope's script includes. */
    of(scope: string): string[] {
        return this.#names.filter((include) => include.scope === scope).map(({ name }) => name)
    }

    /**
     * What `scope.name` is for code of the host's scope; undefined while the script include itself is being evaluated,
     * and where there is none.
     *
     * @throws BridgeError `cross_scope` where that scope may not use it.
     */
    value(host: ScopeHost, scope: string, name: string): unknown {
        const key = `${scope}.${name}`
        if (this.#loading.has(key)) return undefined
        const seen = `${host.scope} ${key}`
        if (this.#allowed.has(seen)) return this.#values.get(key)
        host.privilege(name, 'sys_script_include', scope)
        const include = host.call('scriptInclude', { name: key, scope: host.scope })
        if (!include) return undefined
        if (!this.#values.has(key)) this.#load(key, include)
        this.#allowed.add(seen)
        return this.#values.get(key)
    }

    #load(key: string, include: ScriptIncludeView): void {
        this.#loading.add(key)
        try {
            this.#values.set(key, this.#evaluate(include))
        } finally {
            this.#loading.delete(key)
        }
    }
}
