import type { RecordWrite, WriteOutcome } from '../../core/script-host'
import type { ScriptIncludeView } from '../bridge/bridge'
import { BusinessRuleRunner } from './records/run-business-rules'
import { apply, dictionary, keys, sliceFrom } from './captured'
import type { Compile } from './compile'
import type { ScopeHost } from './scope-bridge'
import { GlideRecord } from './records/glide-record'
import type { JobView } from './job'
import type { ApiScriptParts } from './oauth/api-script'
import { JSUtil, LegacyJSON } from './js-util'
import { defineLazy, defineValue } from './lazy-properties'
import { createRequire, MODULE_PARAMETERS, type ModuleCodes } from './module-loader'
import { recordScope, scopeApi, type ScopeApi } from './scope-api'
import { RecordParts } from './records/record-parts'
import { writeRecord } from './records/record-write'
import { RuledWrites } from './records/ruled-writes'
import { ScriptIncludeValues } from './script-include-values'

/** The code environment of one scope: its Glide API, its `require`, and accessible script includes. */
interface ScopeCode {
    host: ScopeHost
    api: ScopeApi
    require: (specifier: string) => unknown
}

/**
 * The scopes whose code takes part in a transaction. Code of another scope uses that scope's API, and so its
 * rights.
 */
export class Scopes {
    readonly #main: ScopeHost
    readonly #compile: Compile
    readonly #moduleCodes: ModuleCodes
    readonly #includes: ScriptIncludeValues
    readonly #codes = dictionary<ScopeCode>()
    /** OAuth API Scripts are resolved as in global code, regardless of the scope that requests a token. */
    readonly #apiScripts: ApiScriptParts = {
        scriptInclude: (scope, name) => this.#includes.value(this.#code('global').host, scope, name),
        hostOf: (scope) => this.#code(scope).host,
        record: (table, sysId) => {
            const record = new (this.#code('global').api.GlideRecord)(table)
            record.get('sys_id', sysId)
            return record
        },
    }

    readonly #rules = new RuledWrites(
        new BusinessRuleRunner({
            record: (scope, table) => this.#recordOf(scope, table),
            system: (scope) => this.#code(scope).api.gs,
            evaluate: (code, ...records) => this.#runRule(code, records),
        })
    )

    constructor(main: ScopeHost, compile: Compile, moduleCodes: ModuleCodes) {
        this.#main = main
        this.#compile = compile
        this.#moduleCodes = moduleCodes
        this.#includes = new ScriptIncludeValues(main.call('scriptIncludes', {}), (include) =>
            this.#evaluate(include)
        )
    }

    /**
     * A record for `current`: the given row, or the record read with the rights of the transaction's scope.
     */
    record({ table, sysId, row, operation }: NonNullable<JobView['current']>): GlideRecord {
        const { record, parts } = this.#recordOf(this.#main.scope, table)
        if (row) parts.cursor.standOn(row)
        else record.get('sys_id', sysId)
        parts.operation = operation
        return record
    }

    /** A GlideRecord of a scope, with its internal state. */
    #recordOf(scope: string, table: string): { record: GlideRecord; parts: RecordParts } {
        const { api, host } = this.#code(scope)
        const parts = new RecordParts(recordScope(host, api, this.#rules), table)
        return { record: new GlideRecord(parts), parts }
    }

    #runRule(
        { scope, source, label }: { scope: string; source: string; label: string },
        records: unknown[]
    ): unknown {
        const names = ['current', 'previous']
        if (scope === this.#main.scope) return apply(this.#compile(source, label, names), undefined, records)
        const environment = dictionary()
        this.#define(environment, this.#code(scope))
        const code = `with ($scope) return (function (current, previous) { ${source}\n})($current, $previous)`
        const run = this.#compile(code, label, ['$scope', '$current', '$previous'])
        return apply(run, undefined, [environment, records[0], records[1]])
    }

    /** Makes a Table API write. */
    write(write: RecordWrite): WriteOutcome {
        return writeRecord(this.#main, this.#rules, write)
    }

    /** Defines the globals of the transaction's scripts. */
    install(global: object): void {
        this.#define(global, this.#code(this.#main.scope))
    }

    #code(scope: string): ScopeCode {
        const known = this.#codes[scope]
        if (known) return known
        const isMain = scope === this.#main.scope
        const host = isMain ? this.#main : this.#main.as(scope)
        const api = scopeApi(host, isMain ? null : this.#main.scope, {
            apiScripts: this.#apiScripts,
            rules: this.#rules,
        })
        const require = createRequire({
            host,
            compile: this.#compile,
            codes: this.#moduleCodes,
            platform: (specifier) => this.#platformModule(host, api, specifier),
            parameters: this.#moduleParameters(api, scope),
        })
        return (this.#codes[scope] = { host, api, require })
    }

    /**
     * Arguments of a module; the Glide API and all script includes are hidden from it, so that it imports
     * them.
     */
    #moduleParameters(api: ScopeApi, scope: string): string[] {
        const names = dictionary<true>()
        const note = (list: readonly string[]) => {
            for (let index = 0; index < list.length; index++) names[list[index] as string] = true
        }
        note(MODULE_PARAMETERS)
        note(keys(api))
        note(this.#includes.of(scope))
        note(this.#includes.scopes)
        names['global'] = true
        return keys(names)
    }

    #define(target: object, { api, host, require }: ScopeCode): void {
        const own = this.#includes.of(host.scope)
        for (let index = 0; index < own.length; index++) {
            const name = own[index] as string
            defineLazy(target, name, () => this.#includes.value(host, host.scope, name))
        }
        const { scopes } = this.#includes
        for (let index = 0; index < scopes.length; index++) {
            const scope = scopes[index] as string
            defineValue(target, scope, this.#namespace(host, scope))
        }
        defineValue(target, 'global', this.#namespace(host, 'global'))
        const names = keys(api)
        for (let index = 0; index < names.length; index++) {
            const name = names[index] as string
            defineValue(target, name, api[name])
        }
        defineValue(target, 'require', require)
    }

    /** The namespace object of a scope: `new x_opfi_openfin.OAuthTokenRefresher()`. */
    #namespace(viewer: ScopeHost, scope: string): object {
        const namespace = dictionary()
        if (scope === 'global') {
            defineValue(namespace, 'JSON', LegacyJSON)
            defineValue(namespace, 'JSUtil', JSUtil)
        }
        const names = this.#includes.of(scope)
        for (let index = 0; index < names.length; index++) {
            const name = names[index] as string
            defineLazy(namespace, name, () => this.#includes.value(viewer, scope, name))
        }
        return namespace
    }

    #platformModule(host: ScopeHost, api: ScopeApi, specifier: string): unknown {
        const name = sliceFrom(specifier, '@servicenow/glide/'.length)
        if (name === '') return api
        if (name === 'sn_auth' || name === 'sn_ws' || name === 'sn_ws_int' || name === 'sn_ws_err')
            return api[name]
        return name === 'global' || this.#includes.of(name).length > 0
            ? this.#namespace(host, name)
            : undefined
    }

    #evaluate({ name, scope, source }: ScriptIncludeView): unknown {
        const filename = `sys_script_include.${name}`
        const answer = `${source}\n;return typeof ${name} === 'undefined' ? undefined : ${name}`
        const code = this.#code(scope)
        if (scope === this.#main.scope) return this.#compile(answer, filename, [])()
        const environment = dictionary()
        this.#define(environment, code)
        return this.#compile(`with ($scope) return (function () { ${answer}\n})()`, filename, ['$scope'])(
            environment
        )
    }
}
