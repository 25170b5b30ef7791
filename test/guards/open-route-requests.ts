import type { Guard } from './guard'

/** What the open routes make of requests: H17 to H23, H26. */
export const openRouteRequestGuards: Guard[] = []
