import type { Guard } from './guard'

/** Upstream trouble, logs, limits and the off switch of the open routes: H24, H25, H27 to H30. */
export const openRouteLimitGuards: Guard[] = []
