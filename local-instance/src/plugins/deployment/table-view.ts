import { isName } from '../../core/store/define'
import type { ColumnDefinition, Store, Table, TableDefinition } from '../../core/store/types'
import type { AppPackage } from './app-package'
import { storedTable } from './stored-tables'

/** Elements of the update envelope, present even if the table has no such columns. */
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

/** The tables and columns that will exist once the package is installed. */
export interface TableView {
    has(table: string): boolean
    /**
     * `new`: the table will get the column. `missing`: the package's own table has no such column, which is
     * an error.
     */
    column(table: string, name: string): 'known' | 'new' | 'envelope' | 'unknown' | 'missing'
    /** Tables and columns to create first, parents before children. */
    define(used: ReadonlyMap<string, ReadonlySet<string>>): TableDefinition[]
}

/** @returns the combined view of the instance, the package and the stored-only tables. */
export function viewTables({ dictionary }: Store, pkg: AppPackage): TableView {
    const stored = remembered(storedTable)
    const own = new Map(pkg.dictionary.map(({ definition }) => [definition.name, definition]))
    const here = (name: string): Table | undefined => {
        const table = dictionary.table(name)
        return table?.hidden ? undefined : table
    }
    const has = (name: string) => own.has(name) || (dictionary.table(name) ? !!here(name) : !!stored(name))
    const parentOf = (name: string): string | undefined => {
        const local = here(name)
        if (local) return local.extends ?? undefined
        const parent = own.has(name) ? own.get(name)?.extends : stored(name)?.extends
        return parent && has(parent) ? parent : undefined
    }
    const lineageOf = remembered((name: string) => {
        const lineage: string[] = []
        for (let at: string | undefined = name; at && !lineage.includes(at); at = parentOf(at))
            lineage.push(at)
        return lineage
    })
    const exists = (table: string, name: string) =>
        here(table)?.columns.has(name) || own.get(table)?.columns.some((column) => column.name === name)
    /** The stored table among the ancestors that has the column or accepts any. */
    const storedOwner = (lineage: string[], name: string) =>
        lineage.find((at) => stored(at)?.columns.has(name)) ??
        (isName(name) ? lineage.find((at) => stored(at)?.open) : undefined)

    return {
        has,
        column(table, name) {
            const lineage = lineageOf(table)
            if (lineage.some((at) => exists(at, name))) return 'known'
            if (ENVELOPE.has(name)) return 'envelope'
            if (storedOwner(lineage, name)) return 'new'
            return own.has(table) ? 'missing' : 'unknown'
        },
        define(used) {
            const definitions = new Map<string, TableDefinition>()
            const add = (name: string, columns: ColumnDefinition[]) => {
                const parent = here(name) ? undefined : parentOf(name)
                const label = here(name)?.label ?? name
                const made = { name, label, columns, ...(parent && { extends: parent }) }
                definitions.set(name, made)
                return made
            }
            for (const [table, columns] of used) {
                const lineage = lineageOf(table)
                for (const name of lineage.toReversed()) {
                    if (here(name) || own.has(name) || definitions.has(name)) continue
                    add(name, [...(stored(name)?.columns.values() ?? [])])
                }
                for (const name of columns) {
                    const owner = storedOwner(lineage, name)
                    if (!owner) continue
                    const definition = definitions.get(owner) ?? add(owner, [])
                    if (definition.columns.some((column) => column.name === name)) continue
                    definition.columns.push(stored(owner)?.columns.get(name) ?? { name, type: 'string' })
                }
            }
            return [...definitions.values()]
        },
    }
}

/** Caches each result. */
function remembered<T>(find: (name: string) => T): (name: string) => T {
    const known = new Map<string, T>()
    return (name) => {
        const before = known.get(name)
        if (before !== undefined || known.has(name)) return before as T
        const found = find(name)
        known.set(name, found)
        return found
    }
}
