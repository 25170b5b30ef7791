import { DICTIONARY_DEFINITIONS } from './dictionary-tables'
import { SYSTEM_COLUMNS } from './system-columns'
import { createPhysicalTables, createTable } from './physical'
import type { Database } from './database'
import { tableExists } from './table-exists'
import { createDictionaryRows } from './dictionary-rows'
import { StoreError, type Dictionary, type TableDefinition } from './types'
import type { Versions } from './versions'

/**
 * Valid names for SQL and the dictionary. `constructor` is excluded because every object inherits a property
 * of that name.
 */
const NAME = /^(?!constructor$)[a-z][a-z0-9_]{0,79}$/

interface Parts {
    database: Database
    dictionary: Dictionary
    versions: Versions
    /** Now, as `yyyy-MM-dd HH:mm:ss`. */
    now: () => string
}

/**
 * Creates the tables that store the dictionary, if the file lacks them. They cannot come from the dictionary
 * itself.
 */
export function createDictionaryTables(parts: Parts): void {
    const { database } = parts
    const metadata = DICTIONARY_DEFINITIONS.find(({ name }) => name === 'sys_metadata')
    database.transaction(() => {
        for (const table of DICTIONARY_DEFINITIONS) {
            if (tableExists(database, table.name)) continue
            const inherited = table.extends ? (metadata?.columns ?? []) : []
            createTable(database, table.name, [...SYSTEM_COLUMNS, ...inherited, ...table.columns])
        }
        defineTables(parts, DICTIONARY_DEFINITIONS)
    })
}

/**
 * Writes what is new in the definitions to the dictionary and creates their SQL tables, atomically.
 *
 * @throws StoreError `unknown_table` for a parent that does not exist, `invalid_value` for an invalid name.
 */
export function defineTables(parts: Parts, definitions: TableDefinition[]): void {
    const { database, dictionary, versions } = parts
    database.transaction(() => {
        const writer = createDictionaryRows(parts.database, parts.now())
        for (const definition of definitions) {
            check(definition)
            writer.table(definition)
        }
        if (!writer.wrote()) return
        versions.changed(['metadata', 'dictionary', 'properties'])
        createPhysicalTables(database, dictionary, [
            ...definitions.map(({ name }) => name),
            ...writer.parents(),
        ])
    })
}

function check({ name, columns }: TableDefinition): void {
    checkName(name)
    for (const column of columns) checkName(column.name)
}

/** @throws StoreError `invalid_value` for an invalid name of a table or a column. */
export function checkName(candidate: string): void {
    if (!isName(candidate))
        throw new StoreError('invalid_value', `Invalid name: ${JSON.stringify(candidate.slice(0, 80))}`)
}

/** Whether it is a valid name of a table or a column. */
export function isName(candidate: string): boolean {
    return NAME.test(candidate)
}
