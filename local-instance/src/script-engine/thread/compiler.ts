import { compileFunction, Script, type Context } from 'node:vm'
import { openKnownSources, type KnownSources } from './findings'
import { refuseForeignSyntax } from './platform-syntax'

/** Maximum number of cached compiled sources per thread; an app has a few hundred at most. */
const MAX_COMPILED = 1000

/** Maximum number of globals per source; beyond it, globals are data and not variables. */
const MAX_VARIABLES = 500

/** A source that is not valid JavaScript, or uses syntax that the platform does not support. */
export interface SourceProblem {
    message: string
    /** Line in the source, from 1. */
    line: number | null
}

/** Compiles each script source once, for all contexts of a thread. */
export interface Compiler {
    /**
     * A function with these parameters and this body, or the syntax error.
     *
     * @throws RangeError if too little stack is left, as {@link Compiler.program} does
     */
    function(body: string, filename: string, parameters: string[]): Script | SourceProblem
    /**
     * A script whose completion value counts. Its `let`, `const` and `class` are local, `var` creates
     * globals.
     */
    script(source: string, filename: string): Script | SourceProblem
    /** Names of globals that a script's `var` and `function` create, as found in earlier runs. */
    variables(script: Script): readonly string[]
    noteVariables(script: Script, names: string[]): void
}

/**
 * Creates a compiler; `newContext` creates a context for checking function bodies, `known` holds earlier
 * findings about sources.
 */
export function createCompiler(
    newContext: () => Context,
    known: KnownSources = openKnownSources()
): Compiler {
    const compiled = new Map<string, Script | SourceProblem>()
    const variables = new WeakMap<Script, string[]>()
    let checking: Context | undefined
    const context = () => (checking ??= newContext())

    const once = (key: string, make: () => Script): Script | SourceProblem => {
        let found = compiled.get(key)
        if (found) return found
        try {
            found = make()
        } catch (error) {
            // A script can exhaust the stack before compiling; that says nothing about the source, which
            // others also use.
            if (!isSyntaxError(error)) throw new RangeError('Maximum call stack size exceeded')
            found = problemOf(error)
        }
        if (compiled.size >= MAX_COMPILED) compiled.delete(compiled.keys().next().value as string)
        compiled.set(key, found)
        return found
    }

    const refuseForeign = (source: string, filename: string) => {
        if (known.find('syntax', source) !== undefined) return
        refuseForeignSyntax(source, filename)
        known.keep('syntax', source, '')
    }

    return {
        function(body, filename, parameters) {
            const head = `(function (${parameters.join(', ')}) {`
            return once(`${head}\0${filename}\0${body}`, () => {
                if (!parameters.every((name) => /^[A-Za-z_$][\w$]*$/.test(name))) {
                    throw new SyntaxError('Invalid parameter name')
                }
                // The body must be valid on its own: `}` and `{` must not break out of the wrapper below.
                compileFunction(body, parameters, { filename, parsingContext: context() })
                refuseDynamicImport(body, (text) =>
                    compileFunction(text, parameters, { filename, parsingContext: context() })
                )
                const made = new Script(`${head}${body}\n})`, { filename, columnOffset: -head.length })
                refuseForeign(`${head}${body}\n})`, filename)
                return made
            })
        },
        script(source, filename) {
            return once(`\0${filename}\0${source}`, () => {
                new Script(source, { filename })
                refuseDynamicImport(source, (text) => new Script(text, { filename }))
                refuseForeign(source, filename)
                const strict = /^(?:\s|\/\*[^]*?\*\/|\/\/.*\n)*(['"])use strict\1/.test(source)
                // A block limits let and const to one run, and its completion value is the script's.
                const head = strict ? "'use strict';{" : '{'
                return new Script(`${head}${source}\n}`, { filename, columnOffset: -head.length })
            })
        },
        variables: (script) => variables.get(script) ?? [],
        noteVariables(script, names) {
            const identifiers = names.filter((name) => /^[A-Za-z_$][\w$]*$/.test(name))
            if (identifiers.length === 0) return
            const all = new Set([...(variables.get(script) ?? []), ...identifiers])
            variables.set(script, [...all].slice(0, MAX_VARIABLES))
        },
    }
}

/**
 * `import()` returns objects of the host's realm, with which a script could escape its context; the platform
 * does not support it. Only V8 knows for certain which occurrences are code: if all that precede a
 * parenthesis are in strings and comments, the source still compiles with other characters in their place.
 *
 * @throws SyntaxError
 */
function refuseDynamicImport(source: string, compile: (text: string) => unknown): void {
    const suspicious = /\bimport(?=\s*(?:[(./]|<!--|-->))/g
    if (!suspicious.test(source)) return
    try {
        compile(source.replace(suspicious, '@@@@@@'))
    } catch {
        throw new SyntaxError('import() is not supported')
    }
}

/** By name, since V8's error may belong to the realm that a body is checked in. */
function isSyntaxError(error: unknown): error is SyntaxError {
    return typeof error === 'object' && error !== null && 'name' in error && error.name === 'SyntaxError'
}

function problemOf({ message, stack = '' }: SyntaxError): SourceProblem {
    const line = /^.*?:(\d+)\n/.exec(stack)?.[1]
    return { message, line: line === undefined ? null : Number(line) }
}
