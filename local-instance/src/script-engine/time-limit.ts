import type { Store } from '../core/store/types'

/**
 * Property of the local instance only: the platform has transaction quota rules without a documented
 * property.
 */
const TIME_LIMIT_PROPERTY = 'local_instance.scripts.time_limit_ms'

/** Default if the property is missing or invalid. */
const DEFAULT_MS = 30_000
const MOST_MS = 3_600_000

/** Default time limit of a script, in ms. */
export function timeLimitMs(store: Pick<Store, 'property'>): number {
    const value = Number(store.property(TIME_LIMIT_PROPERTY) || NaN)
    return Number.isInteger(value) && value > 0 && value <= MOST_MS ? value : DEFAULT_MS
}
