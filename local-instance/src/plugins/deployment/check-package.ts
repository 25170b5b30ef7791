import type { Store } from '../../core/store/types'
import type { AppPackage } from './app-package'
import { PackageError, type PackageProblem } from './package-error'
import type { RecordChange } from './record-changes'

/** Elements of the envelope, which records have whether their table has such columns or not. */
const ENVELOPE = new Set([
    'sys_scope',
    'sys_package',
    'sys_update_name',
    'sys_name',
    'sys_policy',
    'sys_class_name',
    'sys_created_by',
    'sys_created_on',
    'sys_updated_by',
    'sys_updated_on',
    'sys_mod_count',
    'sys_customer_update',
    'sys_replace_on_upgrade',
])

/** More than any table of the platform has; SQLite's own limit is twice as high. */
const MAX_COLUMNS = 1000

/** Which tables and columns there will be once the package is installed. */
export interface TableView {
    has(table: string): boolean
    /** Undefined where the package may not bring this column: its own table has none of that name. */
    column(table: string, name: string): 'known' | 'envelope' | 'unknown' | 'missing'
}

/** @returns what the instance and the package together have. */
function viewTables({ dictionary }: Store, pkg: AppPackage): TableView {
    const own = new Map(pkg.dictionary.map(({ definition }) => [definition.name, definition]))
    const hasColumn = (table: string, name: string): boolean => {
        for (let at: string | undefined = table, depth = 0; at !== undefined && depth < 20; depth++) {
            if (dictionary.table(at)?.columns.has(name)) return true
            const definition = own.get(at)
            if (definition?.columns.some((column) => column.name === name)) return true
            at = definition?.extends
        }
        return false
    }
    return {
        has: (table) => own.has(table) || dictionary.table(table)?.hidden === false,
        column(table, name) {
            if (hasColumn(table, name)) return 'known'
            if (ENVELOPE.has(name)) return 'envelope'
            return own.has(table) ? 'missing' : 'unknown'
        },
    }
}

/**
 * Compares a package with the instance before anything is written.
 *
 * @returns columns of platform tables that this instance does not know; their values are left out.
 * @throws PackageError with file and line for what cannot be installed.
 */
export function checkPackage(store: Store, pkg: AppPackage): string[] {
    const problems: PackageProblem[] = []
    const view = viewTables(store, pkg)
    const left = new Set<string>()
    checkApplication(store, pkg, problems)
    checkTables(store, pkg, view, problems)
    const report = ({ file, line }: RecordChange, message: string) => problems.push({ file, line, message })
    for (const { changes } of pkg.updates) {
        for (const change of changes) {
            if (!view.has(change.table)) {
                report(change, `Unknown table ${change.table}`)
                continue
            }
            for (const name of change.fields.keys()) {
                const found = view.column(change.table, name)
                if (found === 'missing') report(change, `Table ${change.table} has no column ${name}`)
                if (found === 'unknown') left.add(`${change.table}.${name}`)
            }
        }
    }
    if (problems.length > 0) throw new PackageError(problems)
    return [...left].sort()
}

function checkApplication(store: Store, pkg: AppPackage, problems: PackageProblem[]): void {
    const { file, line } = pkg.application
    const sameScope = store.first('sys_scope', `scope=${pkg.scope}`)
    if (sameScope && sameScope['sys_id'] !== pkg.scopeId) {
        problems.push({ file, line, message: `Another application has the scope ${pkg.scope} already` })
    }
    const sameId = store.get('sys_scope', pkg.scopeId)
    if (sameId && sameId['scope'] !== pkg.scope) {
        problems.push({ file, line, message: `The application ${pkg.scopeId} has another scope already` })
    }
}

function checkTables(store: Store, pkg: AppPackage, view: TableView, problems: PackageProblem[]): void {
    const names = new Set<string>()
    for (const { definition, file, line } of pkg.dictionary) {
        const report = (message: string) => problems.push({ file, line, message })
        const { name, columns, indexes = [] } = definition
        const existing = store.dictionary.table(name)
        if (names.has(name)) report(`The package has the table ${name} twice`)
        names.add(name)
        if (existing ? existing.hidden : !name.startsWith(`${pkg.scope}_`)) {
            report(`A table of this application must be named ${pkg.scope}_…, not ${name}`)
        }
        if (definition.extends && !view.has(definition.extends)) report(`Unknown table ${definition.extends}`)
        if (columns.length > MAX_COLUMNS) report(`The table ${name} has more than ${MAX_COLUMNS} columns`)
        const known = new Set<string>()
        for (const column of columns) {
            if (known.has(column.name)) report(`The column ${column.name} is there twice`)
            known.add(column.name)
            if (column.reference && !view.has(column.reference)) {
                report(`The column ${column.name} refers to the unknown table ${column.reference}`)
            }
        }
        for (const column of indexes.flatMap((index) => index.columns)) {
            if (
                view.column(name, column) !== 'known' &&
                !/^sys_(id|created_|updated_|mod_count)/.test(column)
            ) {
                report(`An index names the unknown column ${column}`)
            }
        }
    }
}
