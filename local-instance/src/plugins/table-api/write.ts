import { familyOf } from '../../core/store/column-types'
import type { ColumnDefinition, Row, Store, Table, WriteContext } from '../../core/store/types'
import type { Access } from './access'
import { isReference } from './cells'
import { aclException, noRecord } from './failure'
import type { TableParameters } from './parameters'
import type { Input } from './request-body'

/** Columns of application files that REST never sets: records created by REST belong to the global scope. */
const PLATFORM_COLUMNS = ['sys_scope', 'sys_package', 'sys_class_name', 'sys_id']

/** Context of a write. */
export interface WriteRequest {
    store: Store
    access: Access
    table: Table
    parameters: TableParameters
    context: WriteContext
}

/**
 * Inserts a record. Unknown and read-only fields and those that the caller may not write are ignored, as on
 * the platform.
 */
export function insertRecord(request: WriteRequest, input: Input): Row {
    const { store, table, context } = request
    return store.insert(table.name, valuesToInsert(request, input), context)
}

/** The accepted values of a new record, after the access check. */
export function valuesToInsert(request: WriteRequest, input: Input): Row {
    const { access, table } = request
    if (!access.record('create', table)) throw aclException('create')
    return valuesOf(request, 'create', input)
}

/** Updates a record. PUT and PATCH both leave fields that they do not name unchanged. */
export function updateRecord(request: WriteRequest, sysId: string, input: Input): Row {
    const { store, table, context } = request
    return store.transaction(() => {
        const row = store.update(table.name, sysId, valuesToUpdate(request, sysId, input), context)
        if (!row) throw noRecord()
        return row
    })
}

/** The accepted values of an update, after the access check. */
export function valuesToUpdate(request: WriteRequest, sysId: string, input: Input): Row {
    return valuesOf(request, 'write', input, existing(request, sysId, 'write'))
}

/** Deletes a record. */
export function deleteRecord(request: WriteRequest, sysId: string): void {
    const { store, table, context } = request
    store.transaction(() => {
        mayDelete(request, sysId)
        if (!store.delete(table.name, sysId, context)) throw noRecord()
    })
}

/** @throws TableApiError if the record does not exist or the caller may not delete it */
export function mayDelete(request: WriteRequest, sysId: string): void {
    existing(request, sysId, 'delete')
}

function existing({ store, access, table }: WriteRequest, sysId: string, operation: 'write' | 'delete'): Row {
    const row = store.get(table.name, sysId)
    if (!row || !access.record('read', table, row)) throw noRecord()
    if (!access.record(operation, table, row)) throw aclException(operation)
    return row
}

function valuesOf(request: WriteRequest, operation: 'create' | 'write', input: Input, previous?: Row): Row {
    const { access, table } = request
    const values: Row = {}
    for (const [name, text] of input) {
        const column = table.columns.get(name)
        if (!column || column.readOnly || PLATFORM_COLUMNS.includes(name)) continue
        if (!access.column(operation, table, name, previous)) continue
        const value = request.parameters.inputDisplayValue ? actualValue(request, column, text) : text
        values[name] = value === '' ? null : toStored(column, value)
    }
    return values
}

function toStored(column: ColumnDefinition, value: string): string {
    if (familyOf(column.type) !== 'boolean') return value
    return /^(true|1)$/i.test(value.trim()) ? '1' : '0'
}

/** The stored value of a display value (`sysparm_input_display_value`); the input itself if there is none. */
function actualValue({ store }: WriteRequest, column: ColumnDefinition, text: string): string {
    if (text === '') return text
    const choice = Object.entries(column.choices ?? {}).find(([, label]) => label === text)
    if (choice) return choice[0]
    const target = column.reference ? store.dictionary.table(column.reference) : undefined
    if (!target || !isReference(column) || !target.displayColumn) return text
    const query = `${target.displayColumn}=${text.replaceAll('^', '^^')}`
    const [record] = store.query(target.name, { query, limit: 1 })
    return record?.['sys_id'] ?? text
}
