import type { Database } from './database'
import { tableExists } from './table-exists'
import type { Versions } from './versions'

/** System properties by name, cached until one of them changes. */
export function createProperties(
    database: Database,
    versions: Versions
): (name: string) => string | undefined {
    let version: number | undefined
    let values = new Map<string, string>()
    return (name) => {
        const now = versions.of('properties')
        if (version !== now) {
            const rows = tableExists(database, 'sys_properties')
                ? database.all('SELECT name, value FROM sys_properties WHERE name IS NOT NULL')
                : []
            values = new Map(rows.map(([key, value]) => [String(key), value === null ? '' : String(value)]))
            version = now
        }
        return values.get(name)
    }
}
