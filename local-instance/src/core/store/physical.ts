import { sqlType } from './column-types'
import { quoted, type Database } from './database'
import { CLASS_COLUMN } from './system-columns'
import type { ColumnDefinition, Dictionary, IndexDefinition, Table } from './types'

/**
 * Creates and extends the SQL tables to match the dictionary. Each ServiceNow table is one SQL table with all
 * its columns, inherited ones included, so reading a record is one lookup for any class.
 */
export function createPhysicalTables(
    database: Database,
    dictionary: Dictionary,
    names: Iterable<string>
): void {
    const indexes = readIndexes(database)
    const touched = new Set<Table>()
    for (const name of names) {
        const table = dictionary.table(name)
        if (!table) continue
        touched.add(table)
        for (const child of table.descendants) {
            const found = dictionary.table(child)
            if (found) touched.add(found)
        }
    }
    const present = presentColumns(database)
    for (const table of touched) {
        const columns = present.get(table.name)
        if (columns) addColumns(database, table, columns)
        else createTable(database, table.name, table.columns.values())
        createIndexes(database, table, indexes)
    }
}

/** Creates an SQL table with these columns. */
export function createTable(database: Database, name: string, columns: Iterable<ColumnDefinition>): void {
    const list = [...columns].map((column) =>
        column.name === 'sys_id'
            ? '"sys_id" TEXT COLLATE NOCASE PRIMARY KEY NOT NULL'
            : `${quoted(column.name)} ${sqlType(column.type)}`
    )
    database.exec(`CREATE TABLE ${quoted(name)} (${list.join(', ')})`)
}

function addColumns(database: Database, table: Table, present: ReadonlySet<string>): void {
    for (const { name, type } of table.columns.values()) {
        if (present.has(name)) continue
        database.exec(`ALTER TABLE ${quoted(table.name)} ADD COLUMN ${quoted(name)} ${sqlType(type)}`)
        if (name === CLASS_COLUMN.name) {
            // The first child table makes this table a parent: its existing rows are of its own class.
            database.run(`UPDATE ${quoted(table.name)} SET ${quoted(name)} = ?`, [table.name])
        }
    }
}

function presentColumns(database: Database): Map<string, Set<string>> {
    const rows = database.all(
        `SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'`
    )
    const present = new Map<string, Set<string>>()
    for (const [table, column] of rows) {
        const columns = present.get(String(table))
        if (columns) columns.add(String(column))
        else present.set(String(table), new Set([String(column)]))
    }
    return present
}

function createIndexes(database: Database, table: Table, all: Map<string, IndexDefinition[]>): void {
    const wanted = table.lineage.flatMap((name) => all.get(name) ?? [])
    for (const column of table.columns.values()) {
        if (column.unique) wanted.push({ columns: [column.name], unique: true })
    }
    for (const { columns, unique } of wanted) {
        if (!columns.every((name) => table.columns.has(name))) continue
        // The trailing sys_id makes the order of a list total, so pages never overlap and no sort is needed.
        const parts = unique || columns.includes('sys_id') ? columns : [...columns, 'sys_id']
        const name = quoted(`${table.name}(${columns.join(',')})`)
        database.exec(
            `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${name}
                ON ${quoted(table.name)} (${parts.map(quoted).join(', ')})`
        )
    }
}

function readIndexes(database: Database): Map<string, IndexDefinition[]> {
    const rows = database.all('SELECT logical_table_name, index_col_name, unique_index FROM sys_index')
    const indexes = new Map<string, IndexDefinition[]>()
    for (const [table, columns, unique] of rows) {
        const index = { columns: String(columns).split(','), unique: unique === 1 }
        indexes.set(String(table), [...(indexes.get(String(table)) ?? []), index])
    }
    return indexes
}
