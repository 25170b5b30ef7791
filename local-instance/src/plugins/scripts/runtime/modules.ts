import type { Compile } from './compiler'
import type { ScopeHost } from './host'

const { freeze } = Object
const { parse } = JSON

/** What `require` gives for `@servicenow/glide` and what lies beneath it; undefined for an unknown name. */
export type PlatformModule = (specifier: string) => unknown

/** What modules are made with. */
export interface ModuleParts {
    host: ScopeHost
    compile: Compile
    platform: PlatformModule
    codes: ModuleCodes
    /** Globals that modules do not have: they import the Glide API (module-guide of the SDK). */
    hidden: readonly string[]
}

interface Module {
    exports: unknown
}

/** Code of a module: evaluates it anew each time, so that what it keeps ends with its transaction. */
export interface ModuleCode {
    path: string
    evaluate(module: Module, require: (specifier: unknown) => unknown): void
}

/** Code of modules by who asks and what for; kept from one transaction to the next, as long as metadata stays. */
export interface ModuleCodes {
    find(key: string): ModuleCode | undefined
    keep(key: string, code: ModuleCode): void
}

/** `require` for the scripts and modules of one scope; a module is evaluated once per transaction. */
export function createRequire(parts: ModuleParts): (specifier: string) => unknown {
    const { host, codes, platform } = parts
    const modules = new Map<string, Module>()

    const codeOf = (wanted: string, from: string | undefined): ModuleCode => {
        const key = `${host.scope} ${from ?? ''} ${wanted}`
        const known = codes.find(key)
        if (known) return known
        const found = host.call('module', { path: wanted, ...(from === undefined ? {} : { from }) })
        if (!found) throw new Error(`Cannot find module '${wanted}'`)
        const code = freeze({ path: found.path, evaluate: evaluator(parts, found) })
        codes.keep(key, code)
        return code
    }
    const requireFrom = (from: string | undefined) => (specifier: unknown) => {
        const wanted = String(specifier)
        if (/^@servicenow\/glide(\/|$)/.test(wanted)) {
            const found = platform(wanted)
            if (found === undefined) throw new Error(`Cannot find module '${wanted}'`)
            return found
        }
        const code = codeOf(wanted, from)
        const known = modules.get(code.path)
        if (known) return known.exports
        const module: Module = { exports: {} }
        modules.set(code.path, module)
        try {
            code.evaluate(module, requireFrom(code.path))
        } catch (error) {
            modules.delete(code.path)
            throw error
        }
        return module.exports
    }
    return requireFrom(undefined)
}

/** The inner function lets a module declare names that are hidden from it. */
function evaluator(
    { compile, hidden }: ModuleParts,
    { path, source }: { path: string; source: string }
): ModuleCode['evaluate'] {
    if (path.endsWith('.json')) {
        return (module) => {
            module.exports = parse(source) as unknown
        }
    }
    const names = ['exports', 'require', 'module', ...hidden]
    const run = freeze(compile(`(function () { ${source}\n}).call(exports)`, path, names))
    return (module, require) => run(module.exports, require, module)
}
