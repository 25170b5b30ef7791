import type { ScriptIncludeView } from '../bridge'
import type { Compile } from './compiler'
import type { ScopeHost } from './host'
import { GlideRecord } from './glide-record'
import type { JobView } from './job'
import { JSUtil, LegacyJSON } from './js-util'
import { defineLazy, defineValue } from './lazy-properties'
import { createRequire, type ModuleCodes } from './modules'
import { recordScope, scopeApi, type ScopeApi } from './scope-api'
import { RecordParts } from './record-parts'
import { ScriptIncludes } from './script-includes'

/** Code of one scope: its Glide API, its `require`, and the script includes it can name. */
interface ScopeCode {
    host: ScopeHost
    api: ScopeApi
    require: (specifier: string) => unknown
}

/**
 * The scopes whose code takes part in a transaction. Code of another scope than the transaction's acts with its own
 * scope's API, and so with that scope's rights.
 */
export class Scopes {
    readonly #main: ScopeHost
    readonly #compile: Compile
    readonly #moduleCodes: ModuleCodes
    readonly #includes: ScriptIncludes
    readonly #codes = new Map<string, ScopeCode>()

    constructor(main: ScopeHost, compile: Compile, moduleCodes: ModuleCodes) {
        this.#main = main
        this.#compile = compile
        this.#moduleCodes = moduleCodes
        this.#includes = new ScriptIncludes(main.call('scriptIncludes', {}), (include) =>
            this.#evaluate(include)
        )
    }

    /** A record for `current`: the given row, or the one that the transaction's scope reads. */
    record({ table, sysId, row }: NonNullable<JobView['current']>): GlideRecord {
        const { api, host } = this.#code(this.#main.scope)
        const record = new api.GlideRecord(table)
        if (!row) {
            record.get('sys_id', sysId)
            return record
        }
        const parts = new RecordParts(recordScope(host, api), table)
        parts.cursor.standOn(row)
        return new GlideRecord(parts)
    }

    /** Gives the transaction's scripts their globals. */
    install(global: object): void {
        this.#define(global, this.#code(this.#main.scope))
    }

    #code(scope: string): ScopeCode {
        const known = this.#codes.get(scope)
        if (known) return known
        const isMain = scope === this.#main.scope
        const host = isMain ? this.#main : this.#main.as(scope)
        const api = scopeApi(host, isMain ? null : this.#main.scope)
        const require = createRequire({
            host,
            compile: this.#compile,
            codes: this.#moduleCodes,
            platform: (specifier) => this.#platformModule(host, api, specifier),
            hidden: this.#globalNames(api, scope),
        })
        const code = { host, api, require }
        this.#codes.set(scope, code)
        return code
    }

    #globalNames(api: ScopeApi, scope: string): string[] {
        const names = [...Object.keys(api), ...this.#includes.of(scope), ...this.#includes.scopes, 'global']
        return [...new Set(names)]
    }

    #define(target: object, { api, host, require }: ScopeCode): void {
        for (const name of this.#includes.of(host.scope)) {
            defineLazy(target, name, () => this.#includes.value(host, host.scope, name))
        }
        for (const scope of [...this.#includes.scopes, 'global']) {
            defineValue(target, scope, this.#namespace(host, scope))
        }
        for (const [name, value] of Object.entries(api)) defineValue(target, name, value)
        defineValue(target, 'require', require)
    }

    /** The object that stands for a scope: `new x_opfi_openfin.OAuthTokenRefresher()`. */
    #namespace(viewer: ScopeHost, scope: string): object {
        const namespace = Object.create(null) as object
        if (scope === 'global') {
            defineValue(namespace, 'JSON', LegacyJSON)
            defineValue(namespace, 'JSUtil', JSUtil)
        }
        for (const name of this.#includes.of(scope)) {
            defineLazy(namespace, name, () => this.#includes.value(viewer, scope, name))
        }
        return namespace
    }

    #platformModule(host: ScopeHost, api: ScopeApi, specifier: string): unknown {
        const name = specifier.slice('@servicenow/glide'.length + 1)
        if (name === '') return api
        if (name === 'sn_ws' || name === 'sn_ws_int' || name === 'sn_ws_err') return api[name]
        return name === 'global' || this.#includes.scopes.includes(name)
            ? this.#namespace(host, name)
            : undefined
    }

    #evaluate({ name, scope, source }: ScriptIncludeView): unknown {
        const filename = `sys_script_include.${name}`
        const answer = `${source}\n;return typeof ${name} === 'undefined' ? undefined : ${name}`
        const code = this.#code(scope)
        if (scope === this.#main.scope) return this.#compile(answer, filename, [])()
        const environment = Object.create(null) as object
        this.#define(environment, code)
        return this.#compile(`with ($scope) return (function () { ${answer}\n})()`, filename, ['$scope'])(
            environment
        )
    }
}
