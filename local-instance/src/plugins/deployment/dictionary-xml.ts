import type { ColumnDefinition, IndexDefinition, TableDefinition } from '../../core/store/types'
import { PackageError, type PackageProblem } from './package-error'
import type { PackageFile } from './package-reader'
import { parseXml, type XmlElement } from './xml'

/** A table defined by a file of the folder `dictionary`. */
export interface DictionaryFile {
    definition: TableDefinition
    file: string
    line: number
}

/**
 * Reads a table's bootstrap file: `<database>` with the table, its columns, their choices and its indexes
 * (SDK sdk-build-plugins/dist/table-plugin.js).
 *
 * @throws PackageError with file and line for XML that does not describe a table.
 */
export function readDictionary({ path, bytes }: PackageFile, scope: string): DictionaryFile {
    const root = parseXml(bytes, path)
    const problems: PackageProblem[] = []
    const report = (line: number, message: string) => problems.push({ file: path, line, message })
    const [table] = root.children
    if (root.name !== 'database' || root.children.length !== 1 || !table) {
        report(root.line, 'Expected <database> with exactly one table')
    } else {
        const definition = toTable(table, scope, report)
        if (problems.length === 0) return { definition, file: path, line: table.line }
    }
    throw new PackageError(problems)
}

type Report = (line: number, message: string) => void

function toTable(element: XmlElement, scope: string, report: Report): TableDefinition {
    const get = (name: string) => element.attributes.get(name) || undefined
    const is = (name: string) => get(name) === 'true'
    if (element.name !== 'element' || get('type') !== 'collection')
        report(element.line, 'Expected a table definition')
    const name = get('name') ?? ''
    if (name === '') report(element.line, 'The table name is missing')
    const definition: TableDefinition = {
        name,
        label: get('label') ?? name,
        scope,
        columns: [],
        indexes: [],
        // A table restricted to its own scope grants others nothing, regardless of the flags (DOCS
        // r_TableApplicationAccessFields).
        crossScope:
            get('access') === 'public'
                ? {
                      read: is('read_access'),
                      create: is('create_access'),
                      update: is('update_access'),
                      delete: is('delete_access'),
                  }
                : { read: false, create: false, update: false, delete: false },
        webServiceAccess: is('ws_access'),
    }
    const parent = get('extends')
    if (parent) definition.extends = parent
    for (const child of element.children) {
        if (child.name === 'element') definition.columns.push(toColumn(child, report))
        else if (child.name === 'index') definition.indexes?.push(toIndex(child, report))
        else report(child.line, `Unknown element <${child.name}>`)
    }
    const display = get('display')
    for (const column of definition.columns) if (column.name === display) column.display = true
    return definition
}

function toColumn(element: XmlElement, report: Report): ColumnDefinition {
    const get = (name: string) => element.attributes.get(name) || undefined
    const name = get('name') ?? ''
    const type = get('type') ?? ''
    if (name === '' || type === '') report(element.line, 'The column name or type is missing')
    const column: ColumnDefinition = { name, type, label: get('label') ?? name }
    const reference = get('reference')
    if (reference) column.reference = reference
    const cascadeRule = get('reference_cascade_rule')
    if (cascadeRule) column.cascadeRule = cascadeRule
    const dependent = get('dependent')
    if (dependent) column.dependent = dependent
    const defaultValue = get('default_value')
    if (defaultValue) column.defaultValue = defaultValue
    const maxLength = Number(get('max_length') ?? NaN)
    if (maxLength > 0) column.maxLength = maxLength
    if (get('mandatory') === 'true') column.mandatory = true
    if (get('read_only') === 'true') column.readOnly = true
    if (get('unique') === 'true') column.unique = true
    if (get('display') === 'true') column.display = true
    for (const child of element.children) {
        if (child.name === 'choice') column.choices = toChoices(child)
        else report(child.line, `Unknown element <${child.name}>`)
    }
    return column
}

function toChoices(element: XmlElement): Record<string, string> {
    const bySequence = element.children
        .filter(
            ({ attributes }) =>
                attributes.get('inactive') !== 'true' && (attributes.get('language') ?? 'en') === 'en'
        )
        .map(({ attributes }) => ({
            value: attributes.get('value') ?? '',
            label: attributes.get('label') ?? attributes.get('value') ?? '',
            sequence: Number(attributes.get('sequence') ?? 0),
        }))
        .sort((a, b) => a.sequence - b.sequence)
    return Object.fromEntries(bySequence.map(({ value, label }) => [value, label]))
}

function toIndex(element: XmlElement, report: Report): IndexDefinition {
    const columns = element.children.map((child) => child.attributes.get('name') ?? '')
    if (columns.length === 0 || columns.includes('')) report(element.line, 'The index has no columns')
    return { columns, unique: element.attributes.get('unique') === 'true' }
}
