import type { Database } from './database'

/** True where the file has such an SQL table. */
export function tableExists(database: Database, name: string): boolean {
    return database.all(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`, [name]).length > 0
}
