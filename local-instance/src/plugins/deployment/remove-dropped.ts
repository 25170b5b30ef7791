import type { Installation } from './apply-change'
import { updateNameOf } from './update-name'

/** Tables and columns are deleted only by an explicit `DELETE`, since their data is lost with them. */
const KEPT = /^sys_(db_object|dictionary|choice|choice_set|number|index|documentation)$/

/** Deletes records that are no longer in the package, unless a user changed them. */
export function removeDropped({
    store,
    pkg,
    context,
    history,
    customisations,
    deployed,
}: Installation): void {
    const brought = new Set<string>()
    for (const { changes } of pkg.updates) {
        for (const { action, table, sysId } of changes) {
            if (action === 'INSERT_OR_UPDATE') brought.add(`${table}:${sysId}`)
        }
    }
    for (const record of deployed.all()) {
        if (record.folder !== 'update' || brought.has(`${record.table}:${record.record}`)) continue
        if (KEPT.test(record.table) || !store.dictionary.table(record.table)) continue
        const row = store.get(record.table, record.record)
        deployed.forget(record)
        if (!row) continue
        const updateName = updateNameOf(record.table, row)
        const entry = { updateName, table: record.table, targetName: row['name'] ?? row['sys_name'] ?? null }
        if (customisations.has(updateName)) {
            history.note('skipped', entry)
        } else {
            store.delete(record.table, record.record, context)
            history.note('deleted', entry)
        }
    }
}
