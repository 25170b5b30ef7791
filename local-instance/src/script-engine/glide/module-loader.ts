import { apply, dictionary, endsWith, freeze, startsWith } from './captured'
import type { Compile } from './compile'
import type { ScopeHost } from './scope-bridge'

const { parse } = JSON
const GLIDE = '@servicenow/glide'

/** The first parameters of every module. */
export const MODULE_PARAMETERS: readonly string[] = freeze(['exports', 'require', 'module'])

/** Result of `require` for `@servicenow/glide` and its subpaths; undefined for an unknown name. */
export type PlatformModule = (specifier: string) => unknown

/** Context for loading modules. */
export interface ModuleParts {
    host: ScopeHost
    compile: Compile
    platform: PlatformModule
    codes: ModuleCodes
    /**
     * {@link MODULE_PARAMETERS} and the globals to hide from modules, which import the Glide API
     * (module-guide of the SDK).
     */
    parameters: string[]
}

interface Module {
    exports: unknown
}

/**
 * Compiled code of a module. It is evaluated anew in each transaction, so its state ends with the
 * transaction.
 */
export interface ModuleCode {
    path: string
    evaluate(module: Module, require: (specifier: unknown) => unknown): void
}

/** Compiled modules by requesting scope and specifier; kept across transactions until metadata changes. */
export interface ModuleCodes {
    find(key: string): ModuleCode | undefined
    keep(key: string, code: ModuleCode): void
}

/** `require` for the scripts and modules of one scope; a module is evaluated once per transaction. */
export function createRequire(parts: ModuleParts): (specifier: string) => unknown {
    const { host, codes, platform } = parts
    const modules = dictionary<Module>()

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
        const wanted = `${specifier as string}`
        if (wanted === GLIDE || startsWith(wanted, `${GLIDE}/`)) {
            const found = platform(wanted)
            if (found === undefined) throw new Error(`Cannot find module '${wanted}'`)
            return found
        }
        const code = codeOf(wanted, from)
        const known = modules[code.path]
        if (known) return known.exports
        const module: Module = { exports: {} }
        modules[code.path] = module
        try {
            code.evaluate(module, requireFrom(code.path))
        } catch (error) {
            modules[code.path] = undefined
            throw error
        }
        return module.exports
    }
    return requireFrom(undefined)
}

/**
 * The inner function allows a module to declare hidden names. This code calls no method that a script may
 * have replaced, since the result outlives its transaction.
 */
function evaluator(
    { compile, parameters }: ModuleParts,
    { path, source }: { path: string; source: string }
): ModuleCode['evaluate'] {
    if (endsWith(path, '.json')) {
        return (module) => {
            module.exports = parse(source) as unknown
        }
    }
    const run = freeze(compile(`(() => { ${source}\n})()`, path, parameters))
    return (module, require) => apply(run, module.exports, [module.exports, require, module])
}
