import { toGlideDateTime } from '../clock'
import { cascade } from './cascade'
import { familyOf } from './column-types'
import { quoted } from './database'
import { tableOf, type StoreParts } from './parts'
import { translate } from './read'
import { rulesFor } from './rules'
import type { SelectParts } from './to-sql'
import { ALIAS } from './to-sql'
import type { Row, Store, Table, WriteContext, WriteRule } from './types'
import { kindsOf } from './versions'
import { givenValues } from './write-values'
import { deleter, deleteRow, execute, SYSTEM, updateRow } from './write'

/**
 * Writes to all rows of a query. A query with an unknown field is rejected: ignoring the condition, as reads
 * do, would write to every row.
 */
export function createMultipleWriter(parts: StoreParts): Pick<Store, 'updateMultiple' | 'deleteMultiple'> {
    const each = (
        name: string,
        query: string,
        write: (table: Table, where: SelectParts) => number
    ): number => {
        const base = tableOf(parts, name)
        parts.count()
        const where = translate(parts, base, { query, unknownField: 'refuse' })
        return parts.database.transaction(() =>
            [base.name, ...base.descendants]
                .map((child) => write(tableOf(parts, child), where))
                .reduce((sum, count) => sum + count, 0)
        )
    }
    return {
        updateMultiple: (name, query, values, context = SYSTEM) =>
            each(name, query, (table, where) => updateAll(parts, table, where, { values, context })),
        deleteMultiple: (name, query, context = SYSTEM) =>
            each(name, query, (table, where) => deleteAll(parts, table, where, context)),
    }
}

function updateAll(
    parts: StoreParts,
    table: Table,
    where: SelectParts,
    { values, context }: { values: Row; context: WriteContext }
): number {
    const changes = givenValues(table, values, context)
    delete changes['sys_id']
    delete changes['sys_class_name']
    const names = Object.keys(changes)
    if (names.length === 0) return 0
    if (needsEachRow(parts, table, 'update', names)) {
        return idsOf(parts, table, where).filter((sysId) => {
            const before = parts.database.all(
                `SELECT "sys_mod_count" FROM ${quoted(table.name)} WHERE "sys_id" = ?`,
                [sysId]
            )
            const row = updateRow(parts, table, sysId, values, context)
            return row !== undefined && row['sys_mod_count'] !== String(before[0]?.[0])
        }).length
    }
    const assignments = [
        ...names.map((name) => `${quoted(name)} = ?`),
        '"sys_updated_on" = ?',
        '"sys_updated_by" = ?',
        '"sys_mod_count" = coalesce("sys_mod_count", 0) + 1',
    ]
    const differs = names.map((name) => `${ALIAS}.${quoted(name)} IS NOT ?`).join(' OR ')
    const given = names.map((name) => changes[name] ?? null)
    const count = execute(parts, table, {
        sql: `UPDATE ${quoted(table.name)} AS ${ALIAS} SET ${assignments.join(', ')}
            WHERE ${where.where} AND (${differs})`,
        values: [...given, toGlideDateTime(parts.now()), context.userName, ...where.values, ...given],
    })
    if (count > 0) parts.versions.changed(kindsOf(table.lineage))
    return count
}

function deleteAll(parts: StoreParts, table: Table, where: SelectParts, context: WriteContext): number {
    if (needsEachRow(parts, table, 'delete', [])) {
        return idsOf(parts, table, where).filter((sysId) => deleteRow(parts, table, sysId, context)).length
    }
    const compared = `IN (SELECT ${ALIAS}."sys_id" FROM ${quoted(table.name)} AS ${ALIAS} WHERE ${where.where})`
    const deleted = { compared, values: where.values }
    cascade(parts, table, deleted, { context, deleteRow: deleter(parts, context) })
    const count = parts.database.run(
        `DELETE FROM ${quoted(table.name)} AS ${ALIAS} WHERE ${where.where}`,
        where.values
    )
    if (count > 0) parts.versions.changed(kindsOf(table.lineage))
    return count
}

/** A single statement suffices unless a rule, journal or reference has to process each row. */
function needsEachRow(
    parts: StoreParts,
    table: Table,
    on: WriteRule['on'][number],
    names: string[]
): boolean {
    return (
        rulesFor(parts, table, on).length > 0 ||
        kindsOf(table.lineage).includes('dictionary') ||
        names.some((name) => {
            const column = table.columns.get(name)
            return column?.unique || familyOf(column?.type ?? '') === 'journal'
        })
    )
}

function idsOf({ database }: StoreParts, table: Table, { where, values }: SelectParts): string[] {
    const rows = database.all(
        `SELECT ${ALIAS}."sys_id" FROM ${quoted(table.name)} AS ${ALIAS} WHERE ${where}`,
        values
    )
    return rows.map(([sysId]) => String(sysId))
}
