import type { Guard } from './guard'

/** Scripts and packages that mean harm to the local instance: H55, H56. */
export const scriptsAndPackagesGuards: Guard[] = []
