import type { Clock } from '../clock'
import type { Schema } from '../plugin'
import { isFrom, NEWEST_RELEASE, type Release } from '../releases'
import type { Store, TableDefinition } from './types'

/** Marks a database whose initial records exist. */
const SETUP: TableDefinition = {
    name: 'local_setup',
    label: 'Setup of the local instance',
    columns: [{ name: 'name', type: 'string', maxLength: 40 }],
    hidden: true,
}

/**
 * Applies the schemas to a database: tables in the order given (parents first), rules and, only for a new
 * database, the initial records of all schemas in one transaction.
 *
 * @param release determines which tables, columns and properties exist
 */
export function applySchemas(
    store: Store,
    schemas: Schema[],
    clock: Clock,
    release: Release = NEWEST_RELEASE
): void {
    const tables = schemas.flatMap((schema) => schema.tables)
    store.defineAll([
        SETUP,
        ...tables
            .filter(({ since }) => isFrom(release, since))
            .map((table) => ({
                ...table,
                columns: table.columns.filter(({ since }) => isFrom(release, since)),
            })),
    ])
    addRules(store, schemas)
    store.transaction(() => {
        if (store.count(SETUP.name) > 0) return
        for (const schema of schemas) schema.seed?.(store, clock, release)
        store.insert(SETUP.name, { name: 'seeded' })
    })
}

/** Adds the rules of all schemas to a thread's store. */
export function addRules(store: Store, schemas: Schema[]): void {
    for (const { rules = [] } of schemas) {
        for (const rule of rules) store.addRule(rule)
    }
}
