import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allSchemas } from 'openfin-servicenow-local-instance/dist/plugins/all-schemas'
import ts from 'typescript'
import { ROOT } from '../support/deploy'

/** What is known of a column of the platform. */
export interface PlatformColumn {
    /** Characters that it keeps; what is longer is cut off without a word. */
    maxLength?: number
    /** Values that it takes. */
    choices?: string[]
    /** What kind of values it takes, where that says how they are written. */
    kind?: 'boolean' | 'integer' | 'reference'
    /** Whether a form cannot be saved without it. */
    mandatory?: boolean
}

const SDK_TABLES = join(ROOT, 'node_modules/@servicenow/sdk-core/src/fluent/tables')
const KINDS: Record<string, PlatformColumn['kind']> = {
    BooleanColumn: 'boolean',
    IntegerColumn: 'integer',
    ReferenceColumn: 'reference',
    boolean: 'boolean',
    integer: 'integer',
    reference: 'reference',
}
/** The SDK's description of the table lacks what its own configuration offers (EXPLAIN now-config-reference). */
const TRACKING: PlatformColumn = { choices: ['none', 'permissive', 'enforcing'] }
const known = new Map<string, Map<string, PlatformColumn>>()

/**
 * Columns of a platform table by name, own and inherited: as the SDK describes them, and, where it does not, as the
 * local instance does. Lengths and choices that neither names are left open.
 */
export function platformColumns(table: string): ReadonlyMap<string, PlatformColumn> {
    let columns = known.get(table)
    if (!columns) {
        columns = new Map(ofLocalInstance(table))
        for (const [name, column] of ofSdk(table)) columns.set(name, { ...columns.get(name), ...column })
        known.set(table, columns)
    }
    return columns
}

function ofLocalInstance(name: string): [string, PlatformColumn][] {
    const table = allSchemas.flatMap(({ tables = [] }) => tables).find((one) => one.name === name)
    if (!table) return []
    return [
        ...(table.extends ? platformColumns(table.extends) : []),
        ...table.columns.map(
            ({ name: column, type, maxLength, choices, mandatory }): [string, PlatformColumn] => [
                column,
                {
                    ...kindOf(type),
                    ...(maxLength && { maxLength }),
                    ...(choices && { choices: Object.keys(choices) }),
                    ...(mandatory && { mandatory }),
                },
            ]
        ),
    ]
}

function ofSdk(name: string): [string, PlatformColumn][] {
    const file = join(SDK_TABLES, `${name}.now.ts`)
    if (!existsSync(file)) return []
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
    const table = calls(source).find(
        ({ expression }) => ts.isIdentifier(expression) && expression.text === 'Table'
    )
    const parent = property(table?.arguments[0], 'extends')
    const schema = property(table?.arguments[0], 'schema')
    if (!schema || !ts.isObjectLiteralExpression(schema)) throw new Error(`${file} has no schema`)
    return [
        ...(parent && ts.isStringLiteral(parent) ? platformColumns(parent.text) : []),
        ...schema.properties.filter(ts.isPropertyAssignment).map(({ name: column, initializer }) => {
            const options = ts.isCallExpression(initializer) ? initializer.arguments[0] : undefined
            const callee = ts.isCallExpression(initializer) ? initializer.expression.getText(source) : ''
            const described = nameOf(column) === 'runtime_access_tracking' ? TRACKING : columnOf(options)
            return [nameOf(column), { ...kindOf(callee), ...described }] as [string, PlatformColumn]
        }),
    ]
}

function kindOf(type: string): Pick<PlatformColumn, 'kind'> {
    const kind = KINDS[type]
    return kind ? { kind } : {}
}

function columnOf(options: ts.Expression | undefined): PlatformColumn {
    const length = property(options, 'maxLength')
    const choices = property(options, 'choices')
    const byDefault = property(options, 'default')
    const mandatory = property(options, 'mandatory')?.kind === ts.SyntaxKind.TrueKeyword
    // A script of the platform adds to such choices when a form is opened (time zones): which ones is not known here.
    const open = property(property(options, 'attributes'), 'choice_script') !== undefined
    return {
        ...(mandatory && { mandatory }),
        ...(length && ts.isNumericLiteral(length) && { maxLength: Number(length.text) }),
        ...(choices &&
            !open &&
            ts.isObjectLiteralExpression(choices) && {
                choices: [
                    ...choices.properties.flatMap(({ name }) => (name ? [nameOf(name)] : [])),
                    // What stands there where nobody chose.
                    ...(byDefault && ts.isStringLiteral(byDefault) ? [byDefault.text] : []),
                ],
            }),
    }
}

function calls(node: ts.Node): ts.CallExpression[] {
    const found: ts.CallExpression[] = ts.isCallExpression(node) ? [node] : []
    ts.forEachChild(node, (child) => void found.push(...calls(child)))
    return found
}

function property(node: ts.Expression | undefined, name: string): ts.Expression | undefined {
    if (!node || !ts.isObjectLiteralExpression(node)) return undefined
    return node.properties.filter(ts.isPropertyAssignment).find((one) => nameOf(one.name) === name)
        ?.initializer
}

function nameOf(name: ts.PropertyName): string {
    return ts.isComputedPropertyName(name) ? '' : name.text
}
