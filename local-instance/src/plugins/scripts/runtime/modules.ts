import type { Compile } from './compiler'
import type { ScopeHost } from './host'

/** What `require` gives for `@servicenow/glide` and what lies beneath it; undefined for an unknown name. */
export type PlatformModule = (specifier: string) => unknown

/** What modules are made with. */
export interface ModuleParts {
    host: ScopeHost
    compile: Compile
    platform: PlatformModule
    /** Globals that modules do not have: they import the Glide API (module-guide of the SDK). */
    hidden: readonly string[]
}

interface Module {
    exports: unknown
}

/** `require` for the scripts and modules of one scope; a module is evaluated once per transaction. */
export function createRequire(parts: ModuleParts): (specifier: string) => unknown {
    const modules = new Map<string, Module>()
    const requireFrom = (from: string | undefined) => (specifier: unknown) => {
        const wanted = String(specifier)
        if (/^@servicenow\/glide(\/|$)/.test(wanted)) {
            const found = parts.platform(wanted)
            if (found === undefined) throw new Error(`Cannot find module '${wanted}'`)
            return found
        }
        const found = parts.host.call('module', { path: wanted, ...(from === undefined ? {} : { from }) })
        if (!found) throw new Error(`Cannot find module '${wanted}'`)
        const known = modules.get(found.path)
        if (known) return known.exports
        const module: Module = { exports: {} }
        modules.set(found.path, module)
        try {
            if (found.path.endsWith('.json')) module.exports = JSON.parse(found.source) as unknown
            else evaluate(parts, module, found, requireFrom(found.path))
        } catch (error) {
            modules.delete(found.path)
            throw error
        }
        return module.exports
    }
    return requireFrom(undefined)
}

/** The inner function lets a module declare names that are hidden from it. */
function evaluate(
    { compile, hidden }: ModuleParts,
    module: Module,
    { path, source }: { path: string; source: string },
    require: (specifier: unknown) => unknown
): void {
    const names = ['exports', 'require', 'module', ...hidden]
    compile(`(function () { ${source}\n}).call(exports)`, path, names)(module.exports, require, module)
}
