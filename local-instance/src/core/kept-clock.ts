import type { Clock } from './clock'
import type { Schema } from './plugin'
import type { Store, TableDefinition } from './store/types'

/** Offset of the clock from the machine's clock, in ms. */
const MOVED: TableDefinition = {
    name: 'local_clock',
    label: 'Clock of the local instance',
    columns: [{ name: 'offset_ms', type: 'decimal' }],
    hidden: true,
}

/** The part of a database that {@link keepClock} uses. */
export const clockSchema: Schema = { tables: [MOVED] }

/**
 * Persists a clock's offset from the machine's time with the data, so the next process on the same data
 * continues at the instance's own time. If the time moved back, expired tokens would become valid again.
 */
export function keepClock(store: Store, clock: Clock): Clock {
    const row = store.first(MOVED.name, '')
    const kept = Number(row?.['offset_ms'] ?? 0)
    if (kept !== 0) clock.set(Date.now() + kept)
    const move = (ms: number) => {
        clock.set(ms)
        const values = { offset_ms: String(Math.round(ms - Date.now())) }
        const known = store.first(MOVED.name, '')
        if (known) store.update(MOVED.name, known['sys_id'] ?? '', values)
        else store.insert(MOVED.name, values)
    }
    return { ...clock, set: move, advance: (ms) => move(clock.now() + ms) }
}
