import type { Dictionary, QueryOptions } from './types'

/** What conditions are translated with. */
export interface SqlContext {
    dictionary: Dictionary
    /** ms since 1970. */
    now: () => number
    options: QueryOptions
    /** Conditions are written so that no index serves them; the order's index then does. */
    avoidIndexes?: boolean
    /** A query with an invalid part finds nothing (property `glide.invalid_query.returns_no_rows`). */
    invalidFindsNothing: boolean
}
