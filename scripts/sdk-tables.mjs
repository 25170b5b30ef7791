// @ts-check
/**
 * Writes the platform tables that the ServiceNow SDK describes (sdk-core/dist/fluent/tables, MIT) as a list of their
 * names and columns, for the local instance. `--check` exits with 1 if the list does not match the installed SDK.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { root } from './lib/run-command.mjs'

const LIST = join(root, 'local-instance/src/plugins/deployment/sdk-table-list.ts')
const TABLES = join(root, 'node_modules/@servicenow/sdk-core/dist/fluent/tables')
const TYPES = join(root, 'node_modules/@servicenow/sdk-build-plugins/dist/column/column-helper.js')
const WIDTH = 110
/** Columns that every table has. */
const SYSTEM = /^sys_(id|created_by|created_on|updated_by|updated_on|mod_count|class_name)$/

/**
 * The arguments of the SDK's column functions, with the name of the function.
 * @typedef {{
 *     api: string, columnType?: string, column_type?: string, referenceTable?: string, default?: unknown
 * }} Column
 * @typedef {{ name: string, extends?: string, display?: string, schema: Record<string, Column> }} Table
 */

/** Runs one of the SDK's table files with functions that return their arguments. @returns {Table[]} */
function readTables(/** @type {string} */ file) {
    const functions = new Proxy(
        {},
        {
            get: (_target, api) => (/** @type {object} */ given) =>
                api === 'Table' ? given : { ...given, api: String(api) },
        }
    )
    const exports = {}
    runInNewContext(readFileSync(file, 'utf8'), { exports, require: () => functions })
    return Object.values(exports).filter((one) => one && typeof one === 'object' && 'schema' in one)
}

/** The dictionary's type by the name of the SDK's function. @returns {Record<string, string>} */
function readTypes() {
    const source = readFileSync(TYPES, 'utf8')
    const pairs = [...source.matchAll(/^\s*(\w+): \w+\.(\w+Column)\.name,$/gm)]
    return Object.fromEntries(pairs.map(([, type = '', api = '']) => [api, type]))
}

/** @param {[string, Column]} column @param {Table} table @param {Record<string, string>} types */
function toWord(
    [name, { api, columnType, column_type, referenceTable, default: value }],
    { display },
    types
) {
    // Functions without a type in the SDK's own list (images, icons) create string columns.
    const type = (api === 'GenericColumn' ? (columnType ?? column_type) : types[api]) ?? 'string'
    const simple = ['string', 'number', 'boolean'].includes(typeof value) && /^[\w.-]+$/.test(String(value))
    return [
        name,
        name === display ? '!' : '',
        type === 'string' ? '' : `:${type}`,
        referenceTable ? `>${referenceTable}` : '',
        simple ? `=${value}` : '',
    ].join('')
}

/** @param {Table} table @param {Record<string, string>} types */
function toLines(table, types) {
    const lines = [table.extends ? `${table.name} < ${table.extends}` : table.name]
    let line = '   '
    for (const column of Object.entries(table.schema)) {
        if (SYSTEM.test(column[0])) continue
        const word = toWord(column, table, types)
        if (line.length + word.length >= WIDTH) {
            lines.push(line)
            line = '   '
        }
        line += ` ${word}`
    }
    return line.trim() ? [...lines, line] : lines
}

const types = readTypes()
const tables = readdirSync(TABLES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.now.js'))
    .flatMap((file) => readTables(join(TABLES, file)))
const { version } = JSON.parse(readFileSync(join(dirname(TABLES), '../../package.json'), 'utf8'))
const list = [
    `/**`,
    ` * Platform tables and their columns as the ServiceNow SDK ${version} describes them. Written by scripts/sdk-tables.mjs.`,
    ` * A line of its own names a table and its parent; its columns follow: \`name!:type>table=default\`, \`!\` for the`,
    ` * display column, without type for text.`,
    ` */`,
    `export const SDK_TABLE_LIST = \``,
    ...tables.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((table) => toLines(table, types)),
    `\``,
    ``,
].join('\n')

if (!process.argv.includes('--check')) writeFileSync(LIST, list)
else if (readFileSync(LIST, 'utf8') !== list) {
    console.error('The list of tables does not match the SDK. Update it: node scripts/sdk-tables.mjs')
    process.exitCode = 1
}
