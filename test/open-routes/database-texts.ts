import { existsSync, readFileSync } from 'node:fs'
import { openDatabase } from 'openfin-servicenow-local-instance/dist/core/store/database'

/** A column of an SQLite file with its contents. */
export interface ColumnTexts {
    /** `table.column`. */
    name: string
    text: string
}

/**
 * All columns of all tables of a database, internal ones included, values joined by line breaks; bytes count
 * as Latin-1.
 */
export function columnTexts(file: string): ColumnTexts[] {
    const database = openDatabase(file)
    try {
        const tables = database
            .all("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .map(([name]) => name)
        return tables.flatMap((table) => {
            const rows = database.all(`SELECT * FROM "${table}"`)
            const columns = database.all(`SELECT name FROM pragma_table_info('${table}')`)
            return columns.map(([column], index) => ({
                name: `${table}.${column}`,
                text: rows.map((row) => textOf(row[index])).join('\n'),
            }))
        })
    } finally {
        database.close()
    }
}

/** The bytes of a database and of its journal as Latin-1: indexes and freed pages too. */
export function databaseBytes(file: string): string {
    const files = [file, `${file}-wal`].filter((name) => existsSync(name))
    return files.map((name) => readFileSync(name, 'latin1')).join('\n')
}

function textOf(value: unknown): string {
    return Buffer.isBuffer(value) ? value.toString('latin1') : String(value ?? '')
}
