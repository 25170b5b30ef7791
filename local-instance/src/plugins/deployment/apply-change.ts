import { StoreError, type Row, type Store, type Table, type WriteContext } from '../../core/store/types'
import { normaliseOrNull } from '../../core/store/values'
import type { AppPackage, InstallFolder } from './app-package'
import { COALESCE, exactQuery } from './coalesce'
import type { Customisations } from './customisations'
import { hashOf, type DeployedRecords } from './deployed-records'
import { dropTable } from './drop-table'
import type { PackageProblem } from './package-error'
import type { RecordChange } from './record-changes'
import type { References } from './references'
import { updateNameOf } from './update-name'
import type { UpgradeHistory } from './upgrade-history'

const DICTIONARY = new Set(['sys_db_object', 'sys_dictionary', 'sys_choice', 'sys_number', 'sys_index'])

/** State that the steps of one installation share; all run in one transaction. */
export interface Installation {
    store: Store
    pkg: AppPackage
    context: WriteContext
    history: UpgradeHistory
    customisations: Customisations
    deployed: DeployedRecords
    references: References
    /** Values that are invalid for their columns. */
    invalid: PackageProblem[]
}

/** Installs one record of the package or skips it, according to the policy of its folder. */
export function applyChange(installation: Installation, folder: InstallFolder, change: RecordChange): void {
    if (change.action === 'delete_multiple') deleteMultiple(installation, change)
    else if (change.action === 'DELETE') deleteOne(installation, change)
    else if (folder === 'update') installRecord(installation, change)
    else installOnce(installation, folder, change)
}

/**
 * A record that every installation applies: new, changed, or skipped because a user changed it (DOCS
 * c_UpgradeDetails).
 */
function installRecord(installation: Installation, change: RecordChange): void {
    const { store, context, history, customisations, deployed } = installation
    const table = tableOf(store, change.table)
    const values = valuesOf(installation, table, change)
    const record = change.sysId as string
    const existing = find(store, table, values)
    const updateName = updateNameOf(table.name, existing ?? values)
    const known = deployed.of(table.name, record)
    const hash = hashOf(change)
    const entry = { updateName, table: table.name, targetName: nameOf(table, { ...existing, ...values }) }
    deployed.remember({ folder: 'update', table: table.name, record, updateName, hash })
    if (existing && existing['sys_id'] !== record)
        installation.references.alias(record, existing['sys_id'] ?? '')
    if (
        known?.hash === hash &&
        known.folder === 'update' &&
        (existing || customisations.deleted(updateName))
    ) {
        return history.note('unchanged', entry)
    }
    if (existing ? customisations.has(updateName) : customisations.deleted(updateName)) {
        return history.note('skipped', entry)
    }
    if (!existing) {
        store.insert(table.name, values, context)
        return history.note('inserted', entry)
    }
    if (belongsToOther(installation, existing, known !== undefined))
        return history.note('skippedError', entry)
    const { sys_id: _, ...changes } = values
    store.update(table.name, existing['sys_id'] ?? '', changes, context)
    // The dictionary records already exist: the package's tables were created before.
    history.note(known || !DICTIONARY.has(table.name) ? 'updated' : 'inserted', entry)
}

/**
 * A first-install record: if the instance ever had it, it is left unchanged, and a deleted one stays deleted
 * (hard case 75).
 */
function installOnce(installation: Installation, folder: InstallFolder, change: RecordChange): void {
    const { store, context, history, customisations, deployed } = installation
    const table = tableOf(store, change.table)
    const values = valuesOf(installation, table, change)
    const record = change.sysId as string
    const existing = find(store, table, values)
    const updateName = updateNameOf(table.name, values)
    const entry = { updateName, table: table.name, targetName: nameOf(table, values) }
    const known = deployed.of(table.name, record) !== undefined
    if (existing && existing['sys_id'] !== record)
        installation.references.alias(record, existing['sys_id'] ?? '')
    deployed.remember({ folder, table: table.name, record, updateName, hash: hashOf(change) })
    if (known || existing || customisations.deleted(updateName)) {
        return history.note(folder === 'apply_once' ? 'skippedApplyOnce' : 'skipped', entry)
    }
    store.insert(table.name, values, context)
    history.note('inserted', entry)
}

function deleteOne(installation: Installation, change: RecordChange): void {
    const { store, context, history, customisations, deployed } = installation
    const table = tableOf(store, change.table)
    const values = valuesOf(installation, table, change)
    const existing = find(store, table, values)
    if (!existing) return
    const updateName = updateNameOf(table.name, existing)
    const entry = { updateName, table: table.name, targetName: nameOf(table, existing) }
    const known = deployed.of(table.name, change.sysId ?? '')
    if (customisations.has(updateName)) return history.note('skipped', entry)
    if (belongsToOther(installation, existing, known !== undefined))
        return history.note('skippedError', entry)
    if (table.name === 'sys_db_object') dropTable(store, existing['name'] ?? '', context)
    else store.delete(table.name, existing['sys_id'] ?? '', context)
    if (known) deployed.forget(known)
    history.note('deleted', entry)
}

/** The store rejects a query with an unknown column, so it can never match all rows. */
function deleteMultiple(
    { store, context, customisations, references }: Installation,
    change: RecordChange
): void {
    const { table, query } = change
    const rows = store.query(table, { query: query ?? '', unknownField: 'refuse' })
    for (const row of rows) {
        // Records that the package contains are compared with the existing ones instead.
        if (references.includes(table, row) || customisations.has(updateNameOf(table, row))) continue
        store.delete(table, row['sys_id'] ?? '', context)
    }
}

/**
 * Values that are invalid for a column are left empty. Undocumented; the platform is assumed to do the same.
 */
function valuesOf({ pkg, references, invalid }: Installation, table: Table, change: RecordChange): Row {
    const values: Row = {}
    for (const [name, field] of change.fields) {
        const column = table.columns.get(name)
        if (!column || name === 'sys_class_name') continue
        values[name] = normaliseOrNull(column, references.resolve(column, field), ({ message }) => {
            const { file, line } = change
            invalid.push({ file, line, message })
        })
    }
    if (change.sysId) values['sys_id'] = change.sysId
    if (!table.lineage.includes('sys_metadata')) return values
    values['sys_scope'] ??= pkg.scopeId
    values['sys_package'] ??= pkg.scopeId
    values['sys_update_name'] ??= updateNameOf(table.name, values)
    values['sys_name'] ??= nameOf(table, values)
    return values
}

function find(store: Store, table: Table, values: Row): Row | undefined {
    const bySysId = values['sys_id'] ? store.get(table.name, values['sys_id']) : undefined
    const columns = COALESCE[table.name]
    if (bySysId || !columns) return bySysId
    const query = exactQuery(columns.map((name) => [name, values[name] ?? null] as const))
    return query === undefined ? undefined : store.first(table.name, query)
}

/** The platform skips a record that belongs to another application ("Skipped Error"). */
function belongsToOther({ pkg }: Installation, existing: Row, ours: boolean): boolean {
    const scope = existing['sys_scope']
    return scope !== undefined && scope !== null && scope !== pkg.scopeId && !ours
}

function nameOf(table: Table, values: Row): string | null {
    return (
        (table.displayColumn && values[table.displayColumn]) || values['sys_name'] || values['name'] || null
    )
}

function tableOf(store: Store, name: string): Table {
    const table = store.dictionary.table(name)
    // It was checked, but another record of the package has deleted it since.
    if (!table) throw new StoreError('unknown_table', `Table ${name} is deleted by this package`)
    return table
}
