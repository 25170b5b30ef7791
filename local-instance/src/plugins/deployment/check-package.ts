import type { Store, TableDefinition } from '../../core/store/types'
import type { AppPackage } from './app-package'
import { PackageError, type PackageProblem } from './package-error'
import type { RecordChange } from './record-changes'
import { viewTables, type TableView } from './table-view'

/** Maximum number of columns, above that of any platform table; SQLite's own limit is twice as high. */
const MAX_COLUMNS = 1000

/** Result of checking a package. */
export interface PackageCheck {
    /** Columns of platform tables that this instance lacks; their values are skipped. */
    left: string[]
    /** Tables and columns to create first, whose records are only stored. */
    stored: TableDefinition[]
}

/**
 * Checks a package against the instance before anything is written.
 *
 * @throws PackageError with file and line for everything that cannot be installed.
 */
export function checkPackage(store: Store, pkg: AppPackage): PackageCheck {
    const problems: PackageProblem[] = []
    const view = viewTables(store, pkg)
    const left = new Set<string>()
    /** Tables that the package uses, with the columns that they get. */
    const used = new Map<string, Set<string>>()
    const use = (table: string) => used.get(table) ?? used.set(table, new Set()).get(table)
    checkApplication(store, pkg, problems)
    checkTables(store, pkg, view, problems)
    for (const { definition } of pkg.dictionary) {
        if (definition.extends) use(definition.extends)
        for (const { reference } of definition.columns) if (reference) use(reference)
    }
    const report = ({ file, line }: RecordChange, message: string) => problems.push({ file, line, message })
    for (const { changes } of pkg.updates) {
        for (const change of changes) {
            if (!view.has(change.table)) {
                report(change, `Unknown table ${change.table}`)
                continue
            }
            const added = use(change.table)
            for (const name of [...change.fields.keys(), ...fieldsOf(change.query ?? '')]) {
                const found = view.column(change.table, name)
                if (found === 'missing') report(change, `Table ${change.table} has no column ${name}`)
                if (found === 'unknown') left.add(`${change.table}.${name}`)
                if (found === 'new') added?.add(name)
            }
            if ((added?.size ?? 0) > MAX_COLUMNS) {
                report(change, `The package sets more than ${MAX_COLUMNS} columns of ${change.table}`)
            }
        }
    }
    if (problems.length > 0) throw new PackageError(problems)
    return { left: [...left].sort(), stored: view.define(used) }
}

/** Columns that an encoded query names, without dot-walks. */
function fieldsOf(query: string): string[] {
    return query.split('^').flatMap((term) => /^(?:OR|NQ)?([a-z][a-z0-9_]*)/.exec(term)?.[1] ?? [])
}

function checkApplication(store: Store, pkg: AppPackage, problems: PackageProblem[]): void {
    const { file, line } = pkg.application
    const sameScope = store.first('sys_scope', `scope=${pkg.scope}`)
    if (sameScope && sameScope['sys_id'] !== pkg.scopeId) {
        problems.push({
            file,
            line,
            message: `The scope ${pkg.scope} is already used by another application`,
        })
    }
    const sameId = store.get('sys_scope', pkg.scopeId)
    if (sameId && sameId['scope'] !== pkg.scope) {
        problems.push({
            file,
            line,
            message: `The application ${pkg.scopeId} is already installed with a different scope`,
        })
    }
}

function checkTables(store: Store, pkg: AppPackage, view: TableView, problems: PackageProblem[]): void {
    const names = new Set<string>()
    for (const { definition, file, line } of pkg.dictionary) {
        const report = (message: string) => problems.push({ file, line, message })
        const { name, columns, indexes = [] } = definition
        const existing = store.dictionary.table(name)
        if (names.has(name)) report(`Duplicate table ${name} in the package`)
        names.add(name)
        if (existing ? existing.hidden : !name.startsWith(`${pkg.scope}_`)) {
            report(`The name of table ${name} must start with ${pkg.scope}_`)
        }
        if (definition.extends && !view.has(definition.extends)) report(`Unknown table ${definition.extends}`)
        if (columns.length > MAX_COLUMNS) report(`The table ${name} has more than ${MAX_COLUMNS} columns`)
        const known = new Set<string>()
        for (const column of columns) {
            if (known.has(column.name)) report(`Duplicate column ${column.name}`)
            known.add(column.name)
            if (column.reference && !view.has(column.reference)) {
                report(`The column ${column.name} references the unknown table ${column.reference}`)
            }
        }
        for (const column of indexes.flatMap((index) => index.columns)) {
            if (
                !['known', 'new'].includes(view.column(name, column)) &&
                !/^sys_(id|created_|updated_|mod_count)/.test(column)
            ) {
                report(`An index contains the unknown column ${column}`)
            }
        }
    }
}
