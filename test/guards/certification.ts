import type { Guard } from './guard'

/** Builds, rules over the built app, upgrades: H72, H73, H75. */
export const certificationGuards: Guard[] = []
