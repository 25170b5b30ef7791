import type { Database } from './database'
import type { Indexes } from './list-plan'
import type { Dictionary, Store, Table, WriteRule } from './types'
import { StoreError } from './types'
import type { Versions } from './versions'

/** Services that the parts of a store share. */
export interface StoreParts {
    database: Database
    dictionary: Dictionary
    versions: Versions
    rules: WriteRule[]
    /** ms since 1970. */
    now(): number
    indexes: Indexes
    /** A system property's value. */
    property(name: string): string | undefined
    /** Counts one statement run for a caller. */
    count(): void
    /** Runs internal work of the store, whose statements are not counted. */
    uncounted<T>(run: () => T): T
    /** The store that is passed to rules. */
    store(): Store
}

/**
 * A table of the dictionary.
 *
 * @throws StoreError `unknown_table`
 */
export function tableOf({ dictionary }: StoreParts, name: string): Table {
    const table = dictionary.table(name)
    if (!table) throw new StoreError('unknown_table', `Table ${name.slice(0, 80)} does not exist`)
    return table
}
