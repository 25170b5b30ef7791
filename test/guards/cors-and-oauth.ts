import type { Guard } from './guard'

/** CORS rules, codes, verifiers and state at the local instance: H51 to H54. */
export const corsAndOauthGuards: Guard[] = []
