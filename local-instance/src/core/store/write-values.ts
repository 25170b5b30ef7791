import { toGlideDateTime } from '../clock'
import { familyOf } from './column-types'
import { nextNumber } from './numbers'
import type { StoreParts } from './parts'
import { newSysId } from './record-id'
import { evaluateDateExpression } from './relative-dates'
import { SYSTEM_NAMES } from './system-columns'
import { StoreError, type Row, type Table, type WriteContext } from './types'
import { normalise, normaliseOrNull } from './values'

/** Origins of a write that may set system columns. */
function maySetSystemColumns({ reason = 'platform' }: WriteContext): boolean {
    return reason === 'deployment' || reason === 'platform'
}

/**
 * Normalises given values. System columns are omitted if the writer may not set them.
 *
 * @throws StoreError `unknown_field` or `invalid_value`
 */
export function givenValues(table: Table, values: Row, context: WriteContext): Row {
    const given: Row = {}
    for (const [name, value] of Object.entries(values)) {
        if (value === undefined) continue
        const column = table.columns.get(name)
        if (!column) throw new StoreError('unknown_field', `${table.name} has no column ${name.slice(0, 80)}`)
        if (name !== 'sys_id' && SYSTEM_NAMES.has(name) && !maySetSystemColumns(context)) continue
        given[name] = normalise(column, value)
    }
    return given
}

/** A complete new row: given values, defaults, number and system columns. */
export function newRow(parts: StoreParts, table: Table, values: Row, context: WriteContext): Row {
    if (String(values['sys_id'] ?? '').length > 32) {
        throw new StoreError('invalid_value', 'A sys_id has at most 32 characters')
    }
    const given = givenValues(table, values, context)
    const row: Row = {}
    for (const [name, column] of table.columns) {
        if (name in given) row[name] = given[name] ?? null
        else row[name] = normaliseOrNull(column, defaultOf(parts, column.defaultValue))
    }
    const time = toGlideDateTime(parts.now())
    row['sys_id'] = given['sys_id'] ?? newSysId()
    row['sys_created_on'] = given['sys_created_on'] ?? time
    row['sys_created_by'] = given['sys_created_by'] ?? context.userName
    row['sys_updated_on'] = given['sys_updated_on'] ?? time
    row['sys_updated_by'] = given['sys_updated_by'] ?? context.userName
    row['sys_mod_count'] = given['sys_mod_count'] ?? '0'
    if (table.columns.has('sys_class_name')) row['sys_class_name'] = table.name
    if (table.columns.has('number') && !row['number']) row['number'] = nextNumber(parts, table)
    return row
}

/**
 * Normalises the values that rules set.
 *
 * @throws StoreError `unknown_field` or `invalid_value`
 */
export function settleValues(table: Table, values: Row, before: Row): void {
    for (const [name, value] of Object.entries(values)) {
        if (value === before[name] && name in before) continue
        const column = table.columns.get(name)
        if (!column) throw new StoreError('unknown_field', `${table.name} has no column ${name.slice(0, 80)}`)
        values[name] = familyOf(column.type) === 'journal' ? (value ?? null) : normalise(column, value)
    }
}

/** Default values may be date expressions; other scripts are not run. */
function defaultOf(parts: StoreParts, value: string | undefined): string | null {
    if (!value?.startsWith('javascript:')) return value ?? null
    return evaluateDateExpression(value.slice('javascript:'.length), parts.now()) ?? null
}
