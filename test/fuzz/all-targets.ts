import { corsOrigins } from './cors-origins'
import type { Target } from './target'

/** What is fuzzed, in this order. */
export const ALL_TARGETS: Target[] = [corsOrigins]
