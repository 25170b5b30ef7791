import type { Outcome } from './verification'

/** The result of a run as `--json` prints it, and as the report holds it. */
export type VerificationDocument = Omit<Outcome, 'error'>

/** Without what tells the instance or the person. */
export function documentOf({ ok, release, results, assumptions, left }: Outcome): VerificationDocument {
    return { ok, release, results, assumptions, left }
}
