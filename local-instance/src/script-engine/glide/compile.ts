/**
 * Compiles a script's source in the context.
 *
 * With parameter names: a function of the context's realm with these parameters and the source as its body; a
 * `return` gives its value. With null: a function without parameters that runs the source as a program of the
 * context, where `var` and `function` create globals, and returns the value of its last expression statement.
 *
 * Lines are counted from the source's first line, and stack traces name the file. May throw errors of any
 * realm; their `lineNumber` is the line of the syntax error.
 */
export type Compile = (
    source: string,
    filename: string,
    parameterNames: string[] | null
) => (...given: unknown[]) => unknown

/** Source that does not compile; `line` counts from 1. */
export class ScriptSyntaxError extends SyntaxError {
    constructor(
        message: string,
        readonly line: number | null
    ) {
        super(message)
        this.name = 'SyntaxError'
    }
}

/** The first line number of a file in a stack trace; null if there is none. */
export function lineIn(stack: unknown, filename: string): number | null {
    const text = typeof stack === 'string' ? stack : ''
    for (let at = text.indexOf(`${filename}:`); at >= 0; at = text.indexOf(`${filename}:`, at + 1)) {
        const found = /^\d+/.exec(text.slice(at + filename.length + 1))
        if (found) return Number(found[0])
    }
    return null
}

/** A compiler that throws errors of the context's realm. */
export function safeCompiler(compile: Compile): Compile {
    return (source, filename, parameterNames) => {
        try {
            return compile(source, filename, parameterNames)
        } catch (foreign) {
            const { lineNumber, message, stack } = foreign as Record<string, unknown>
            const line = typeof lineNumber === 'number' ? lineNumber : lineIn(stack, filename)
            throw new ScriptSyntaxError(String(message), line)
        }
    }
}
