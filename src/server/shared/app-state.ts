import { GlideRecord } from '@servicenow/glide'
import { bestEffort, tryWrite } from './best-effort'

/**
 * Key of a value that the app stores between transactions, one row each. Not in properties: each write of a property
 * flushes the property cache on all nodes (KB1000746), and the documentation recommends a table (Add a system property).
 */
export interface StateKey {
    /** Name of the value, in snake case, at most 60 characters. */
    name: string
    /** The record that it belongs to; left out for values of the whole instance. */
    about?: { table: string; sysId: string }
}

/** Reads a value; null if there is none, or the table cannot be read. One statement. */
export function readState(key: StateKey): string | null {
    return bestEffort(() => findState(key)?.getValue('value') ?? null) ?? null
}

/** Stores a value, at most 1,000 characters. Two statements. */
export function writeState(key: StateKey, value: string): void {
    tryWrite(`The state ${key.name}`, () => {
        const known = findState(key)
        const row = known ?? new GlideRecord('x_opfi_openfin_state')
        if (!known) row.initialize()
        row.setValue('name', rowName(key))
        row.setValue('record_table', key.about?.table ?? '')
        row.setValue('record', key.about?.sysId ?? '')
        row.setValue('value', value)
        row.setWorkflow(false)
        return known ? row.update() : row.insert()
    })
}

/** Deletes a value. One statement. */
export function forgetState(key: StateKey): void {
    tryWrite(`The state ${key.name}`, () => {
        const row = new GlideRecord('x_opfi_openfin_state')
        row.addQuery('name', '=', rowName(key))
        row.setWorkflow(false)
        row.deleteMultiple()
    })
}

/**
 * Whether this is the first call for a key, and stores that: for messages that are logged once. If the table cannot be
 * written, every call is the first, since logging too often is better than never. One statement, three the first time.
 */
export function isFirstTime(key: StateKey): boolean {
    if (readState(key) !== null) return false
    writeState(key, 'true')
    return true
}

/** The row of a value; null if there is none. One statement. */
export function findState(key: StateKey): GlideRecord<'x_opfi_openfin_state'> | null {
    const row = new GlideRecord('x_opfi_openfin_state')
    row.addQuery('name', '=', rowName(key))
    row.setLimit(1)
    row.query()
    return row.next() ? row : null
}

/** Unique in one column: a unique index over two columns would allow duplicates where one is empty. */
function rowName({ name, about }: StateKey): string {
    return about ? `${name}:${about.sysId}` : name
}
