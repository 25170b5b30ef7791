import type { Store, WriteContext } from '../../core/store/types'
import { dropTable } from './drop-table'

/**
 * Removes an application atomically, with its tables, their data and everything in its scope. A later
 * installation is a first installation again.
 */
export function uninstall(store: Store, scopeId: string, context: WriteContext): void {
    store.transaction(() => {
        const tables = store.query('sys_db_object', { query: `sys_scope=${scopeId}`, columns: ['name'] })
        for (const { name } of tables) if (name) dropTable(store, name, context)
        for (const table of classesWithScope(store)) {
            store.deleteMultiple(table, `sys_scope=${scopeId}`, context)
        }
        for (const { table_name, record } of store.query('local_deployed_record', {
            query: `application=${scopeId}`,
        })) {
            if (table_name && record && store.dictionary.table(table_name))
                store.delete(table_name, record, context)
        }
        store.deleteMultiple('local_deployed_record', `application=${scopeId}`, context)
        store.deleteMultiple('sys_update_xml', `application=${scopeId}`, context)
        store.deleteMultiple('sys_update_set', `application=${scopeId}`, context)
        store.delete('sys_scope', scopeId, context)
    })
}

/** The tables of application files; each is queried for its own class only, so none is searched twice. */
function classesWithScope({ dictionary }: Store): string[] {
    const { descendants = [] } = dictionary.table('sys_metadata') ?? {}
    const packages = new Set(['sys_package', ...(dictionary.table('sys_package')?.descendants ?? [])])
    return descendants.filter((name) => !packages.has(name))
}
