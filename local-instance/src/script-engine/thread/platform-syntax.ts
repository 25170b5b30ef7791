import { createRequire } from 'node:module'
import type { Node } from 'acorn'

/** A node of the syntax tree with its further properties. */
type AnyNode = Node & Record<string, unknown>

/** A construct that the platform's engine rejects. */
interface Refused {
    what: string
    is(node: AnyNode): boolean
}

/** Built-in classes that cannot be subclassed; the subclasses of Error are assumed to behave like Error. */
const BUILT_IN =
    /^(Array|RegExp|Function|Promise|Error|Map|Set|Boolean|Number|String|(Type|Range|Syntax|Reference|Eval|URI)Error)$/

const isPrivate = (value: unknown) => (value as AnyNode | null)?.type === 'PrivateIdentifier'
const isFunction = ({ type }: AnyNode) => /Function/.test(type)

/**
 * Syntax up to ECMAScript 2022 that the engine "disallows" or does "not support" (EXPLAIN
 * javascript-compatibility-guide). Private static members are supported.
 */
const REFUSED: Refused[] = [
    {
        what: 'private instance fields',
        is: (node) => node.type === 'PropertyDefinition' && !node['static'] && isPrivate(node['key']),
    },
    {
        what: 'private instance methods',
        is: (node) => node.type === 'MethodDefinition' && !node['static'] && isPrivate(node['key']),
    },
    {
        what: 'brand checks for private fields (#field in object)',
        is: (node) => node.type === 'BinaryExpression' && isPrivate(node['left']),
    },
    {
        what: 'async generators',
        is: (node) => isFunction(node) && node['async'] === true && node['generator'] === true,
    },
    {
        what: 'async class methods',
        is: (node) => node.type === 'MethodDefinition' && (node['value'] as AnyNode)['async'] === true,
    },
    { what: 'for await', is: (node) => node.type === 'ForOfStatement' && node['await'] === true },
    {
        what: 'subclasses of built-in classes',
        is: ({ type, superClass }) =>
            /^Class/.test(type) &&
            (superClass as AnyNode | null)?.type === 'Identifier' &&
            BUILT_IN.test((superClass as AnyNode)['name'] as string),
    },
    {
        what: 'the regular expression flag d',
        is: ({ regex }) => (regex as { flags: string } | undefined)?.flags.includes('d') ?? false,
    },
]

/** acorn's error for an exhausted stack. */
const NO_STACK = 'Not enough stack space to parse input'

// Loaded with the first script, since threads without scripts do not need it.
let acorn: typeof import('acorn') | undefined

/**
 * Rejects syntax that V8 runs and the platform's engine does not: the constructs above and everything after
 * ECMAScript 2022.
 *
 * @param source A script that V8 compiles.
 * @throws SyntaxError that names the construct; `stack` begins with file and line, as V8's own do.
 * @throws RangeError if the source is nested too deep for the remaining stack.
 */
export function refuseForeignSyntax(source: string, filename: string): void {
    acorn ??= createRequire(__filename)('acorn') as typeof import('acorn')
    let program: AnyNode
    try {
        program = acorn.parse(source, { ecmaVersion: 2022, locations: true }) as Node as AnyNode
    } catch (error) {
        if ((error as Error).name !== 'SyntaxError') throw error
        const { message, loc } = error as SyntaxError & { loc?: { line: number } }
        if (message.startsWith(NO_STACK)) throw new RangeError(NO_STACK)
        const reason = message.replace(/ \(\d+:\d+\)$/, '')
        throw refusal(
            `The platform supports JavaScript up to ECMAScript 2022: ${reason}`,
            filename,
            loc?.line
        )
    }
    const open: unknown[] = [program]
    let first: { what: string; line: number } | undefined
    while (open.length > 0) {
        const next = open.pop()
        if (typeof next !== 'object' || next === null) continue
        if (Array.isArray(next)) {
            for (const child of next) open.push(child)
            continue
        }
        const node = next as AnyNode
        if (typeof node.type !== 'string') continue
        const line = node.loc?.start.line ?? 1
        const found = REFUSED.find((one) => one.is(node))
        if (found && (!first || line < first.line)) first = { what: found.what, line }
        for (const name of Object.keys(node)) if (name !== 'loc' && name !== 'regex') open.push(node[name])
    }
    if (first)
        throw refusal(`The platform's JavaScript engine does not support ${first.what}`, filename, first.line)
}

function refusal(message: string, filename: string, line: number | undefined): SyntaxError {
    const error = new SyntaxError(message)
    if (line !== undefined) error.stack = `${filename}:${line}\nSyntaxError: ${message}`
    return error
}
