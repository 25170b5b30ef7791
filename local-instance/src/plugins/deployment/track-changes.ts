import type { Row, Store, Table, WriteRule } from '../../core/store/types'
import { toRecordXml } from './record-xml'
import { updateNameOf } from './update-name'

/** System users, whose changes do not count as customizations. */
const SYSTEM_USERS = new Set(['system', 'guest'])
/** Columns that every write changes. */
const BOOKKEEPING = new Set(['sys_updated_on', 'sys_updated_by', 'sys_mod_count'])

/**
 * Records user changes to application files in `sys_update_xml`, as the platform does. An upgrade skips these
 * files.
 */
export const trackChanges: WriteRule = {
    table: 'sys_metadata',
    on: ['insert', 'update', 'delete'],
    run({ values, previous, table, store, context }) {
        if (context.reason !== 'api' && context.reason !== 'script') return
        if (SYSTEM_USERS.has(context.userName)) return
        const deleted = previous !== undefined && Object.keys(values).length === 0
        if (previous && !deleted && !differs(values, previous)) return
        note(store, table, {
            row: { ...previous, ...values },
            action: deleted ? 'DELETE' : 'INSERT_OR_UPDATE',
        })
    },
}

function differs(values: Row, previous: Row): boolean {
    return Object.entries(values).some(
        ([name, value]) => !BOOKKEEPING.has(name) && (value ?? '') !== (previous[name] ?? '')
    )
}

function note(store: Store, table: Table, { row, action }: { row: Row; action: string }): void {
    const name = updateNameOf(table.name, row)
    const application = row['sys_scope'] ?? 'global'
    const values: Row = {
        action,
        type: table.label,
        table: table.name,
        target_name: (table.displayColumn && row[table.displayColumn]) || row['sys_name'] || name,
        application,
        payload: toRecordXml({ table, row, action }),
        replace_on_upgrade: '0',
    }
    const known = store.first('sys_update_xml', `name=${name}`)
    if (known) store.update('sys_update_xml', known['sys_id'] ?? '', values)
    else store.insert('sys_update_xml', { ...values, name, update_set: defaultUpdateSet(store, application) })
}

function defaultUpdateSet(store: Store, application: string): string | null {
    const found = store.first('sys_update_set', `application=${application}^is_default=true`)
    const set = found ?? store.insert('sys_update_set', { name: 'Default', application, is_default: '1' })
    return set['sys_id'] ?? null
}
