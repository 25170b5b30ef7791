import Libsql from 'libsql'
import { existsSync, readFileSync } from 'node:fs'

/** A column of an SQLite file with all that it holds. */
export interface ColumnTexts {
    /** `table.column`. */
    name: string
    text: string
}

/** All columns of all tables of a database, whoever owns them, values joined by line ends; bytes count as Latin-1. */
export function columnTexts(file: string): ColumnTexts[] {
    const database = new Libsql(file, { readonly: true })
    const all = (sql: string) => database.prepare(sql).all() as Record<string, unknown>[]
    try {
        const tables = all("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) =>
            String(name)
        )
        return tables.flatMap((table) => {
            const rows = all(`SELECT * FROM "${table}"`)
            const columns = all(`PRAGMA table_info("${table}")`).map(({ name }) => String(name))
            return columns.map((column) => ({
                name: `${table}.${column}`,
                text: rows.map((row) => textOf(row[column])).join('\n'),
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
