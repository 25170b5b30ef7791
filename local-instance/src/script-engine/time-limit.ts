import type { Store } from '../core/store/types'

/** Exists only here: the platform has transaction quota rules, of which no property is documented. */
const TIME_LIMIT_PROPERTY = 'local_instance.scripts.time_limit_ms'

/** Where the property says nothing of use. */
const DEFAULT_MS = 30_000
const MOST_MS = 3_600_000

/** Default time limit of a script, in ms. */
export function timeLimitMs(store: Pick<Store, 'property'>): number {
    const value = Number(store.property(TIME_LIMIT_PROPERTY) || NaN)
    return Number.isInteger(value) && value > 0 && value <= MOST_MS ? value : DEFAULT_MS
}
