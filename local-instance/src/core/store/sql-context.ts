import type { Dictionary, QueryOptions } from './types'

/** Context for translating conditions. */
export interface SqlContext {
    dictionary: Dictionary
    /** ms since 1970. */
    now: () => number
    options: QueryOptions
    /** Writes conditions so that no index applies to them and the index of the order is used. */
    avoidIndexes?: boolean
    /** A query with an invalid part returns no rows (property `glide.invalid_query.returns_no_rows`). */
    invalidFindsNothing: boolean
}
