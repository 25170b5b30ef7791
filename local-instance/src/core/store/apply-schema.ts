import type { Clock } from '../clock'
import type { Schema } from '../plugin'
import type { Store, TableDefinition } from './types'

/** Remembers that the first records are there. */
const SETUP: TableDefinition = {
    name: 'local_setup',
    label: 'Setup of the local instance',
    columns: [{ name: 'name', type: 'string', maxLength: 40 }],
    hidden: true,
}

/**
 * Brings a database up to its schemas: tables in the order given (parents first), rules, and, once in the database's
 * life, the first records of all schemas in one transaction.
 */
export function applySchemas(store: Store, schemas: Schema[], clock: Clock): void {
    store.defineAll([SETUP, ...schemas.flatMap(({ tables }) => tables)])
    addRules(store, schemas)
    store.transaction(() => {
        if (store.count(SETUP.name) > 0) return
        for (const schema of schemas) schema.seed?.(store, clock)
        store.insert(SETUP.name, { name: 'seeded' })
    })
}

/** Adds the rules of all schemas to a thread's store. */
export function addRules(store: Store, schemas: Schema[]): void {
    for (const { rules = [] } of schemas) {
        for (const rule of rules) store.addRule(rule)
    }
}
