import type { Database } from './database'

/** True if the file has an SQL table of this name. */
export function tableExists(database: Database, name: string): boolean {
    return database.all(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`, [name]).length > 0
}
