import { GlideRecord } from '@servicenow/glide'
import { bestEffort, tryWrite } from './best-effort'

/**
 * What the app remembers between transactions, one row each. Properties are for administrators: each write of one makes
 * all nodes read all properties anew (KB1000746), and the documentation asks for a table instead (Add a system property).
 */
export interface StateKey {
    /** What is remembered, in snake case, at most 60 characters. */
    name: string
    /** The record that it is about; left out for what is about the whole instance. */
    about?: { table: string; sysId: string }
}

/** What is remembered; null where nothing is, or the table cannot be read. One statement. */
export function readState(key: StateKey): string | null {
    return bestEffort(() => find(key)?.getValue('value') ?? null) ?? null
}

/** Remembers a value, at most 1,000 characters. Two statements. */
function writeState(key: StateKey, value: string): void {
    tryWrite(`The state ${key.name}`, () => {
        const known = find(key)
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

/** Forgets it. One statement. */
export function forgetState(key: StateKey): void {
    tryWrite(`The state ${key.name}`, () => {
        const row = new GlideRecord('x_opfi_openfin_state')
        row.addQuery('name', '=', rowName(key))
        row.setWorkflow(false)
        row.deleteMultiple()
    })
}

/**
 * Whether this is the first time, and remembers it: for what has to be said once. Where the table cannot be written it is
 * always the first time, since saying it too often is better than never. One statement, three the first time.
 */
export function isFirstTime(key: StateKey): boolean {
    if (readState(key) !== null) return false
    writeState(key, 'true')
    return true
}

function find(key: StateKey): GlideRecord<'x_opfi_openfin_state'> | null {
    const row = new GlideRecord('x_opfi_openfin_state')
    row.addQuery('name', '=', rowName(key))
    row.setLimit(1)
    row.query()
    return row.next() ? row : null
}

/** Unique by itself: in an index over two columns, an empty one would let equal rows in. */
function rowName({ name, about }: StateKey): string {
    return about ? `${name}:${about.sysId}` : name
}
