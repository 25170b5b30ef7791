import { copyFileSync, rmSync, statSync } from 'node:fs'
import { quoted, type Database } from './database'
import { StoreError } from './types'
import type { Versions } from './versions'

/** Copies a database to a second file and restores it, while other threads keep it open. */
export function createSnapshots(file: string, database: Database, versions: Versions) {
    const copy = `${file}.snapshot`
    let taken = false
    return {
        snapshot(): void {
            rmSync(copy, { force: true })
            if (!copyFile(file, copy, database)) database.all('VACUUM INTO ?', [copy])
            taken = true
        },
        /** @throws StoreError `refused` if no snapshot was taken. */
        restore(): void {
            if (!taken) throw new StoreError('refused', 'There is no database snapshot to restore')
            database.exec(`ATTACH '${copy.replaceAll("'", "''")}' AS old`)
            try {
                database.transaction(() => putBack(database))
            } finally {
                database.exec('DETACH old')
            }
            versions.changed(['metadata', 'dictionary', 'properties'])
        },
        remove(): void {
            rmSync(copy, { force: true })
        },
    }
}

/**
 * Copies the file, ten times as fast as rewriting all pages with SQLite. Safe only while the WAL is empty and
 * no other connection can write.
 *
 * @returns false if another thread is reading or writing
 */
function copyFile(file: string, copy: string, database: Database): boolean {
    const [[busy] = []] = database.all('PRAGMA wal_checkpoint(TRUNCATE)')
    if (busy !== 0) return false
    return database.transaction(() => {
        if (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return false
        copyFileSync(file, copy)
        return true
    })
}

function putBack(database: Database): void {
    const list = (schema: string, type: string) =>
        new Map(
            database
                .all(`SELECT name, sql FROM ${schema}.sqlite_master WHERE type = ? AND sql IS NOT NULL`, [
                    type,
                ])
                .map(([name, sql]) => [String(name), String(sql)])
        )
    const tables = list('old', 'table')
    for (const [name, sql] of list('main', 'table')) {
        if (tables.get(name) === sql) continue
        database.exec(`DROP TABLE main.${quoted(name)}`)
    }
    const present = list('main', 'table')
    for (const [name, sql] of tables) {
        if (present.has(name)) database.exec(`DELETE FROM main.${quoted(name)}`)
        else database.exec(sql)
        database.exec(`INSERT INTO main.${quoted(name)} SELECT * FROM old.${quoted(name)} ORDER BY rowid`)
    }
    const indexes = list('main', 'index')
    for (const [name, sql] of list('old', 'index')) {
        if (!indexes.has(name)) database.exec(sql)
    }
}
