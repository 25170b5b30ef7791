import type { ScriptOutcome } from '../../core/script-host'

/** What a job and its events cost. */
export interface Totals {
    /** Scripts that ran: the job's, its condition's, those of script actions and of conditions of notifications. */
    transactions: number
    db_statements: number
    outbound_calls: number
}

/** Starts at zero. */
export function noTotals(): Totals {
    return { transactions: 0, db_statements: 0, outbound_calls: 0 }
}

/** Adds one to the other. */
export function addTotals(totals: Totals, more: Totals): void {
    totals.transactions += more.transactions
    totals.db_statements += more.db_statements
    totals.outbound_calls += more.outbound_calls
}

/** Adds what a script cost. */
export function addOutcome(totals: Totals, { statements, outboundCalls }: ScriptOutcome): void {
    totals.transactions += 1
    totals.db_statements += statements
    totals.outbound_calls += outboundCalls
}
