import type { ScriptOutcome } from '../../core/script-host'

/** Totals of a job and its events. */
export interface Totals {
    /** Number of scripts run: the job, its condition, script actions and notification conditions. */
    transactions: number
    db_statements: number
    outbound_calls: number
}

/** Creates totals of zero. */
export function noTotals(): Totals {
    return { transactions: 0, db_statements: 0, outbound_calls: 0 }
}

/** Adds the second totals to the first. */
export function addTotals(totals: Totals, more: Totals): void {
    totals.transactions += more.transactions
    totals.db_statements += more.db_statements
    totals.outbound_calls += more.outbound_calls
}

/** Adds the cost of a script. */
export function addOutcome(totals: Totals, { statements, outboundCalls }: ScriptOutcome): void {
    totals.transactions += 1
    totals.db_statements += statements
    totals.outbound_calls += outboundCalls
}
