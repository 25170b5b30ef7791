import { corsOrigins } from './cors-origins'
import { encodedQueries, queryResults } from './encoded-queries'
import type { Target } from './target'

/** What is fuzzed, in this order. */
export const ALL_TARGETS: Target[] = [encodedQueries, queryResults, corsOrigins]
