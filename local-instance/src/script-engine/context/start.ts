import type { BridgeFunction, BridgeOperation } from '../bridge/bridge'
import type { Compile } from '../glide/compile'
import { installInstanceDate } from './instance-date'
import { installLimits } from './limits'
import { hiddenIntrinsics } from './hidden-intrinsics'
import { removeForeignGlobals, removeForeignMethods } from './platform-globals'
import { installRegExpFlags } from './regexp-flags'
import { installRegExpLimits } from './regexp-limits'
import { installStackTraces } from './stack-traces'

/**
 * Functions of the host. They are objects of the host's realm, so only this module may ever hold one, and
 * everything that one throws is replaced: a stack overflow inside the host throws an error of the host's
 * realm.
 */
export interface HostFunctions {
    call: BridgeFunction
    /** ms since 1970 on the instance's clock. */
    now(): number
    /** A function of this context, or JSON `{message, line}` if the source is not JavaScript. */
    compile(source: string, filename: string, parameterNames: string): unknown
    /** Checks a program; JSON `{message, line}` if the source is not JavaScript. */
    check(source: string, filename: string): unknown
    /** Names of globals that the source's `var` creates, comma-separated. */
    variables(source: string, filename: string): unknown
    /** Runs a source that was checked before; returns its last value. */
    evaluate(source: string, filename: string): unknown
    /** `Object.prototype` of the host. */
    hostPrototype: object
}

/** Installs the runtime library; `run` takes a job and returns an outcome, both as JSON. */
export type Install = (call: BridgeFunction, compile: Compile, global: object) => { run(job: string): string }

/** Functions that the host calls. */
export interface ContextEntry {
    run(job: string): string
    /** The last match in RegExp.$1 etc. must not leak to the next script. */
    forgetMatches(): void
    /** Objects that scripts can reach although no global leads to them. */
    roots: object[]
}

/**
 * Prepares a new context: removes what the platform lacks and installs the runtime library.
 *
 * @param library Exports of the library's modules, of which scripts see a part.
 */
export function start(
    host: HostFunctions,
    loadInstall: () => Install,
    library: () => object[]
): ContextEntry {
    const { getPrototypeOf, defineProperty } = Reflect
    const { hasOwn } = Object
    const match = RegExp.prototype.test.bind(/(?:)/)
    const { parse } = JSON
    const { RangeError, SyntaxError } = globalThis
    const overflow = () => new RangeError('Maximum call stack size exceeded')
    const files: Record<string, true> = Object.create(null) as Record<string, true>
    const { call, now, compile, check, variables, evaluate, hostPrototype } = host

    const isOfHost = (value: unknown): boolean => {
        if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
        for (let object: object | null = value; object !== null; object = getPrototypeOf(object)) {
            if (object === hostPrototype) return true
        }
        return false
    }
    const bridge: BridgeFunction = (operation: BridgeOperation, json: string, scope?: string) => {
        let answer: unknown
        try {
            answer = call(operation, json, scope)
        } catch {
            answer = undefined
        }
        return typeof answer === 'string'
            ? answer
            : '{"error":{"code":"stack_overflow","message":"Maximum call stack size exceeded"}}'
    }
    const refuse = (problem: string, filename: string): never => {
        const { message, line } = parse(problem) as { message: string; line: number | null }
        const error = new SyntaxError(message)
        error.stack = `SyntaxError: ${message}${line === null ? '' : `\n    at ${filename}:${line}`}`
        throw error
    }
    const compileHere: Compile = (source, filename, parameterNames) => {
        const [text, file] = [`${source}`, `${filename}`]
        files[file] = true
        let made: unknown
        try {
            made = parameterNames === null ? check(text, file) : compile(text, file, listOf(parameterNames))
        } catch {
            throw overflow()
        }
        if (typeof made === 'string') refuse(made, file)
        if (typeof made === 'function') return made as (...args: unknown[]) => unknown
        return () => {
            try {
                declare(variables(text, file))
                return evaluate(text, file)
            } catch (error) {
                throw isOfHost(error) ? overflow() : error
            }
        }
    }

    /**
     * A global that exists before `var` declares it can be removed afterwards, so the context can be reused.
     */
    const declare = (names: unknown): void => {
        if (typeof names !== 'string') return
        let name = ''
        for (let index = 0; index <= names.length; index++) {
            const letter = names[index]
            if (letter !== undefined && letter !== ',') {
                name += letter
                continue
            }
            if (name && !hasOwn(globalThis, name)) {
                const own = { __proto__: null, configurable: true, enumerable: true, writable: true }
                defineProperty(globalThis, name, own as PropertyDescriptor)
            }
            name = ''
        }
    }

    // Runs first, since the other parts use globals that scripts must not have.
    installStackTraces((file) => files[file] === true)
    installInstanceDate(() => {
        try {
            return now()
        } catch {
            throw overflow()
        }
    })
    installLimits()
    installRegExpLimits()
    installRegExpFlags()
    removeForeignMethods()
    const { run } = loadInstall()(bridge, compileHere, globalThis)
    removeForeignGlobals()
    return { run, forgetMatches: () => void match(''), roots: [...hiddenIntrinsics(), ...library()] }
}

function listOf(names: readonly string[]): string {
    let list = ''
    for (let index = 0; index < names.length; index++) list += (index > 0 ? ',' : '') + names[index]
    return list
}
