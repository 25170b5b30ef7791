import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { constants, createContext, Script, type Context } from 'node:vm'
import type { BridgeFunction } from '../bridge/bridge'
import type { Compiler, SourceProblem } from './compiler'
import type { ContextEntry, HostFunctions } from '../context/start'
import { rememberPristine } from './pristine'

/** A context in which scripts of one scope run, one at a time. */
export interface Sandbox {
    /**
     * Runs a job, JSON in and out.
     *
     * @throws Error if the runtime library itself failed, for example for lack of stack.
     */
    run(job: string): string
    /**
     * Prepares the context for the next script; false if the context must be discarded, because globals cannot
     * be restored.
     */
    restoreGlobals(): boolean
    /**
     * Prepares the context for the next job, which may be another user's; false if scripts changed built-in
     * objects or globals in other ways, so the context must be discarded.
     */
    restore(): boolean
}

/** The host's target of the bridge. */
export interface SandboxHost {
    call: BridgeFunction
    now(): number
    compiler: Compiler
}

/**
 * A CommonJS loader that lives in the context. `read` and `resolve` are host functions; they are called while
 * the context is created, before any script, and are removed afterwards. The clock is exempt from the
 * pristine check: each job sets it.
 */
const LOADER = `(function (resolve, read) {
    'use strict'
    const modules = { __proto__: null }
    function load(path) {
        if (modules[path]) return modules[path].exports
        const module = (modules[path] = { exports: {} })
        read(path)(module.exports, (name) => load(resolve(path, name)), module)
        return module.exports
    }
    const library = () => {
        const list = []
        for (const path in modules) if (path !== 'glide/time/clock.js') list.push(modules[path].exports)
        return list
    }
    return (host) => load('context/start.js').start(host, () => load('glide/install.js').install, library)
})`

const loader = new Script(LOADER, { filename: 'platform:loader' })
const library = new Map<string, Script>()

/** Root folder of the library's paths. */
const LIBRARY = join(__dirname, '..')

/** An empty context without Node APIs and without code generation from strings (`eval`, `new Function`). */
export function createBareContext(): Context {
    return createContext(constants.DONT_CONTEXTIFY as never, {
        codeGeneration: { strings: false, wasm: false },
    })
}

/**
 * Creates a context with the runtime library. The host functions that it receives return only texts, numbers
 * and functions of the context's own realm, and it never exposes them to scripts.
 */
export function createSandbox({ call, now, compiler }: SandboxHost): Sandbox {
    const context = createBareContext()
    /** Scripts of the running job. */
    const evaluated = new Set<Script>()
    const host: HostFunctions = {
        call(operation, json, scope) {
            if (typeof operation !== 'string' || typeof json !== 'string')
                return '{"error":{"code":"bad_request"}}'
            if (scope !== undefined && typeof scope !== 'string') return '{"error":{"code":"bad_request"}}'
            // Work that ran out of stack halfway could leave a transaction open, so it is not started.
            probeStack()
            return call(operation, json, scope)
        },
        now() {
            probeStack()
            return now()
        },
        compile(source, filename, parameterNames) {
            probeStack()
            const names = parameterNames === '' ? [] : String(parameterNames).split(',')
            const script = compiler.function(String(source), String(filename), names)
            return script instanceof Script ? runHere(script, context) : JSON.stringify(script)
        },
        check(source, filename) {
            probeStack()
            const script = compiler.script(String(source), String(filename))
            return script instanceof Script ? null : JSON.stringify(script satisfies SourceProblem)
        },
        variables(source, filename) {
            probeStack()
            const script = compiler.script(source, filename)
            return script instanceof Script ? compiler.variables(script).join(',') : ''
        },
        evaluate(source, filename) {
            probeStack()
            const script = compiler.script(source, filename)
            if (!(script instanceof Script)) return undefined
            evaluated.add(script)
            return runHere(script, context)
        },
        hostPrototype: Object.prototype,
    }
    const load = runHere(loader, context) as (
        resolve: typeof resolveHere,
        read: (path: string) => unknown
    ) => (host: HostFunctions) => ContextEntry
    const entry = load(resolveHere, (path) => runHere(libraryScript(path), context))(host)
    const pristine = rememberPristine(context, entry.roots)
    const restoreGlobals = (): boolean => {
        entry.forgetMatches()
        const stuck: string[] = []
        const restored = pristine.restoreGlobals(stuck)
        for (const script of evaluated) compiler.noteVariables(script, stuck)
        return restored
    }
    return {
        run(job) {
            evaluated.clear()
            const outcome: unknown = entry.run(job)
            if (typeof outcome !== 'string') throw new Error('The script runtime returned no text')
            return outcome
        },
        restoreGlobals,
        restore: () => restoreGlobals() && pristine.isSound(),
    }
}

/** Errors belong to the script; decorating them would run its code. */
function runHere(script: Script, context: Context): unknown {
    return script.runInContext(context, { displayErrors: false })
}

/** Argument list that uses 64 kB of stack. */
const ARGUMENTS = new Array<number>(8192).fill(0)
const nothing = () => undefined

/** Throws a RangeError if less stack is left than the host needs, so that it cannot run out halfway. */
function probeStack(): void {
    Reflect.apply(nothing, undefined, ARGUMENTS)
}

/** Library files refer to each other only by path below this folder. */
function resolveHere(from: string, name: string): string {
    const path = posix.join(posix.dirname(from), name)
    if (!name.startsWith('.') || path.startsWith('..'))
        throw new Error(`The script runtime cannot load ${name}`)
    return path.endsWith('.js') ? path : `${path}.js`
}

function libraryScript(path: string): Script {
    let script = library.get(path)
    if (!script) {
        const source = readFileSync(join(LIBRARY, ...path.split('/')), 'utf8')
        script = new Script(`(function (exports, require, module) {${source}\n})`, {
            filename: `platform:${path}`,
        })
        library.set(path, script)
    }
    return script
}
