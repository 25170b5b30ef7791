import { toGlideDateTime } from '../clock'
import { cascade, type DeleteRow } from './cascade'
import { afterDictionaryWrite, changesDictionary } from './dictionary-writes'
import { isUniqueViolation, placeholders, quoted, type SqlValue } from './database'
import { takeJournalTexts, writeJournal } from './journal'
import { tableOf, type StoreParts } from './parts'
import { readRow } from './read'
import { runRules } from './rules'
import { StoreError, type Row, type Store, type Table, type WriteContext } from './types'
import { checkUnique, duplicate } from './unique'
import { kindsOf } from './versions'
import { givenValues, newRow } from './write-values'

/** Default user of a write. */
export const SYSTEM: WriteContext = { userName: 'system', reason: 'platform' }
/** Log writes are not counted as statements of a script. */
const NEVER_COUNTED = new Set(['syslog', 'sys_journal_field'])

/** The write side of a store, one record at a time. */
export function createWriter(parts: StoreParts): Pick<Store, 'draft' | 'insert' | 'update' | 'delete'> {
    const { database } = parts
    const count = (table: Table) => {
        if (!NEVER_COUNTED.has(table.name)) parts.count()
    }
    return {
        draft(name, values, context = SYSTEM) {
            const table = classOf(parts, tableOf(parts, name), values['sys_class_name'])
            return database.transaction(() => newRow(parts, table, values, context))
        },
        insert(name, values, context = SYSTEM) {
            const table = classOf(parts, tableOf(parts, name), values['sys_class_name'])
            count(table)
            return database.transaction(() => insertRow(parts, table, values, context))
        },
        update(name, sysId, values, context = SYSTEM) {
            const base = tableOf(parts, name)
            count(base)
            return database.transaction(() => {
                const table = locate(parts, base, sysId)
                const row = table && updateRow(parts, table, sysId, values, context)
                return row && (table === base ? row : only(base, row))
            })
        },
        delete(name, sysId, context = SYSTEM) {
            const base = tableOf(parts, name)
            count(base)
            return database.transaction(() => {
                const table = locate(parts, base, sysId)
                return table !== undefined && deleteRow(parts, table, sysId, context)
            })
        },
    }
}

function insertRow(parts: StoreParts, table: Table, values: Row, context: WriteContext): Row {
    const row = newRow(parts, table, values, context)
    runRules(parts, 'insert', { values: row, previous: undefined, table, context })
    const texts = takeJournalTexts(table, row)
    checkUnique(parts, table, values['sys_id'] ? row : { ...row, sys_id: null }, null)
    // Columns that the SQL table fills by default are omitted, which keeps statements short.
    const entries = Object.entries(row).filter(
        ([name, value]) => value !== null && !isFiller(table, name, value)
    )
    execute(parts, table, {
        sql: `INSERT INTO ${quoted(table.name)} (${entries.map(([column]) => quoted(column)).join(', ')})
            VALUES (${placeholders(entries.length)})`,
        values: entries.map(([, value]) => value),
    })
    const sysId = row['sys_id'] as string
    const time = row['sys_updated_on'] as string
    writeJournal(parts, { table, sysId, texts, time, userName: context.userName })
    noteChange(parts, table, row)
    return row
}

function isFiller(table: Table, name: string, value: string): boolean {
    return value === '0' && table.columns.get(name)?.type === 'boolean'
}

/** Updates one record of exactly this class; undefined if it no longer exists. */
export function updateRow(
    parts: StoreParts,
    table: Table,
    sysId: string,
    values: Row,
    context: WriteContext
): Row | undefined {
    const previous = readRow(parts, table, sysId)
    if (!previous) return undefined
    const changes = givenValues(table, values, context)
    refuseClassChange(changes, previous)
    delete changes['sys_id']
    runRules(parts, 'update', { values: changes, previous, table, context })
    const texts = takeJournalTexts(table, changes)
    for (const [name, value] of Object.entries(changes)) {
        if (value === previous[name]) delete changes[name]
    }
    if (Object.keys(changes).length === 0 && texts.size === 0) return previous
    const time = toGlideDateTime(parts.now())
    const row: Row = {
        ...previous,
        sys_updated_on: time,
        sys_updated_by: context.userName,
        sys_mod_count: String(Number(previous['sys_mod_count'] ?? 0) + 1),
        ...changes,
    }
    checkUnique(parts, table, changes, sysId)
    const changed = Object.keys(row).filter((name) => row[name] !== previous[name])
    if (changed.length > 0) {
        execute(parts, table, {
            sql: `UPDATE ${quoted(table.name)} SET ${changed.map((name) => `${quoted(name)} = ?`).join(', ')}
                WHERE "sys_id" = ?`,
            values: [...changed.map((name) => row[name] ?? null), sysId],
        })
    }
    writeJournal(parts, { table, sysId, texts, time, userName: context.userName })
    if (changesDictionary(table, changed)) noteChange(parts, table, row)
    else parts.versions.changed(kindsOf(table.lineage).filter((kind) => kind !== 'dictionary'))
    return row
}

/** Deletes one record of exactly this class. */
export function deleteRow(parts: StoreParts, table: Table, sysId: string, context: WriteContext): boolean {
    const previous = readRow(parts, table, sysId)
    if (!previous) return false
    runRules(parts, 'delete', { values: {}, previous, table, context })
    cascade(
        parts,
        table,
        { compared: '= ?', values: [sysId] },
        { context, deleteRow: deleter(parts, context) }
    )
    parts.database.run(`DELETE FROM ${quoted(table.name)} WHERE "sys_id" = ?`, [sysId])
    parts.versions.changed(kindsOf(table.lineage))
    return true
}

/** Deletes the records that a deletion cascades to, one by one. */
export function deleter(parts: StoreParts, context: WriteContext): DeleteRow {
    return (table, sysId) => void deleteRow(parts, table, sysId, context)
}

/** The table that holds a record: this one or one that extends it. */
function locate({ database, dictionary }: StoreParts, table: Table, sysId: string): Table | undefined {
    if (table.descendants.length === 0) return table
    const names = [table.name, ...table.descendants]
    const parts = names.map((name, index) => `SELECT ${index} FROM ${quoted(name)} WHERE "sys_id" = ?1`)
    const [row] = database.all(parts.join(' UNION ALL '), [sysId])
    return row && dictionary.table(names[Number(row[0])] as string)
}

/** Runs a writing statement; a violated unique index becomes `duplicate_key`. */
export function execute(
    { database }: StoreParts,
    table: Table,
    { sql, values }: { sql: string; values: SqlValue[] }
): number {
    try {
        return database.run(sql, values)
    } catch (error) {
        throw isUniqueViolation(error) ? duplicate(table) : error
    }
}

function noteChange(parts: StoreParts, table: Table, row: Row): void {
    parts.versions.changed(kindsOf(table.lineage))
    afterDictionaryWrite(parts, table, row)
}

/** A record inserted through a parent table belongs to the class in its `sys_class_name`. */
function classOf({ dictionary }: StoreParts, table: Table, className: string | null | undefined): Table {
    if (!className || !table.descendants.includes(className)) return table
    return dictionary.table(className) ?? table
}

function refuseClassChange(changes: Row, previous: Row): void {
    const wanted = changes['sys_class_name']
    delete changes['sys_class_name']
    if (wanted && wanted !== previous['sys_class_name']) {
        throw new StoreError('refused', 'The class of a record cannot be changed')
    }
}

/** The row restricted to a table's columns, in table order. */
function only(table: Table, row: Row): Row {
    return Object.fromEntries([...table.columns.keys()].map((name) => [name, row[name] ?? null]))
}
