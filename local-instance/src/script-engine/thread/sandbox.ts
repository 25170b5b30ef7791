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
     * @throws Error where the runtime library itself failed, such as for want of stack.
     */
    run(job: string): string
    /** Makes the context ready for the next job; false where a script changed what it must not, so that it has to go. */
    restore(): boolean
}

/** What the context's end of the bridge reaches. */
export interface SandboxHost {
    call: BridgeFunction
    now(): number
    compiler: Compiler
}

/**
 * A CommonJS loader that lives in the context. `read` and `resolve` are the host's; they are called while the context is
 * made, before any script, and are gone afterwards. The clock is not among what must stay the same: each job sets it.
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

/** The folder that the library's paths begin at. */
const LIBRARY = join(__dirname, '..')

/** An empty context without anything of Node, and without a way to make code from text (`eval`, `new Function`). */
export function createBareContext(): Context {
    return createContext(constants.DONT_CONTEXTIFY as never, {
        codeGeneration: { strings: false, wasm: false },
    })
}

/**
 * Makes a context with the runtime library. Nothing but texts, numbers and functions of the context's own realm come out
 * of the functions that it gets, and it hands them to no script.
 */
export function createSandbox({ call, now, compiler }: SandboxHost): Sandbox {
    const context = createBareContext()
    /** Scripts of the job that runs. */
    const evaluated = new Set<Script>()
    const host: HostFunctions = {
        call(operation, json, scope) {
            if (typeof operation !== 'string' || typeof json !== 'string')
                return '{"error":{"code":"bad_request"}}'
            if (scope !== undefined && typeof scope !== 'string') return '{"error":{"code":"bad_request"}}'
            // Work that runs out of stack half-way could leave a transaction open; better none at all.
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
    return {
        run(job) {
            evaluated.clear()
            const outcome: unknown = entry.run(job)
            if (typeof outcome !== 'string') throw new Error('The script runtime returned no text')
            return outcome
        },
        restore() {
            entry.forgetMatches()
            const stuck: string[] = []
            const restored = pristine.restore(stuck)
            for (const script of evaluated) compiler.noteVariables(script, stuck)
            return restored
        },
    }
}

/** Errors are the script's; decorating them would call its code. */
function runHere(script: Script, context: Context): unknown {
    return script.runInContext(context, { displayErrors: false })
}

/** As many arguments as take 64 kB of stack. */
const ARGUMENTS = new Array<number>(8192).fill(0)
const nothing = () => undefined

/** Throws a RangeError where less stack is left than the host needs; it must not run out of it half-way. */
function probeStack(): void {
    Reflect.apply(nothing, undefined, ARGUMENTS)
}

/** Files of the library know each other by path below this folder only. */
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
