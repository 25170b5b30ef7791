import type { Row, TableDefinition } from '../../core/store/types'
import { StoreError } from '../../core/store/types'
import type { Installation } from './apply-change'
import { exactQuery } from './coalesce'
import { packageError } from './package-error'

/** Tables whose records are identified by name and referenced by other records of the package. */
const KNOWN_BY_NAME = new Set(['sys_db_object', 'sys_user_role'])

/** Writes the application's own record, a row of `sys_app` or `sys_store_app`, which extend `sys_scope`. */
export function writeApplication(
    { store, pkg, context, references }: Installation,
    { storeApp }: { storeApp: boolean }
): void {
    const table = storeApp ? 'sys_store_app' : 'sys_app'
    const columns = store.dictionary.table(table)?.columns
    const values: Row = {
        sys_id: pkg.scopeId,
        sys_scope: pkg.scopeId,
        sys_package: pkg.scopeId,
        sys_name: pkg.name,
    }
    for (const [name, field] of pkg.application.fields) {
        const column = columns?.get(name)
        if (column && !(name in values) && !name.startsWith('sys_class'))
            values[name] = references.resolve(column, field)
    }
    const existing = store.get('sys_scope', pkg.scopeId)
    if (!existing) {
        store.insert(table, values, context)
        return
    }
    if (existing['sys_class_name'] !== table) {
        throw new StoreError(
            'refused',
            `The application is a ${existing['sys_class_name']} on this instance, not a ${table}`
        )
    }
    store.update(table, pkg.scopeId, { ...values, active: '1' }, context)
}

/**
 * Creates the package's tables, parents first. A table of another application only gets the columns that the
 * package adds (`augments` in Fluent).
 */
export function writeTables({ store, pkg, references }: Installation): void {
    const definitions = pkg.dictionary.map(({ definition }): TableDefinition => {
        const existing = store.dictionary.table(definition.name)
        if (!existing || existing.scope === pkg.scope) return definition
        const { name, columns, indexes = [], scope = pkg.scope } = definition
        return { name, label: existing.label, columns, indexes, scope }
    })
    try {
        store.defineAll(parentsFirst(definitions))
    } catch (error) {
        if (!(error instanceof StoreError)) throw error
        throw packageError('dictionary', 0, error.message)
    }
    for (const { table, sysId, fields } of pkg.updates.flatMap(({ changes }) => changes)) {
        if (!KNOWN_BY_NAME.has(table) || !sysId || store.get(table, sysId)) continue
        const query = exactQuery([['name', fields.get('name')?.value ?? null]])
        const here = query && store.first(table, query)?.['sys_id']
        if (here) references.alias(sysId, here)
    }
}

function parentsFirst(definitions: TableDefinition[]): TableDefinition[] {
    const byName = new Map(definitions.map((definition) => [definition.name, definition]))
    const sorted = new Set<TableDefinition>()
    const add = (definition: TableDefinition, depth: number) => {
        const parent = definition.extends ? byName.get(definition.extends) : undefined
        if (parent && depth < byName.size) add(parent, depth + 1)
        sorted.add(definition)
    }
    for (const definition of definitions) add(definition, 0)
    return [...sorted]
}
