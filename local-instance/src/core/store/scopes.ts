import type { Database } from './database'
import { quoted } from './database'
import { tableExists } from './table-exists'

/** The classes of applications: each is an SQL table of its own. */
const CLASSES = ['sys_scope', 'sys_app', 'sys_store_app']

/** Scope names of all applications, by sys_id. */
export function readScopes(database: Database): Map<string, string> {
    const scopes = new Map<string, string>()
    for (const table of CLASSES) {
        if (!tableExists(database, table)) continue
        for (const [id, scope] of database.all(`SELECT sys_id, scope FROM ${quoted(table)}`)) {
            scopes.set(String(id), String(scope))
        }
    }
    return scopes
}
