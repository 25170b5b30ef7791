import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { ScriptJob, ScriptOutcome } from '../../core/script-host'
import type { Row } from '../../core/store/types'
import { scopeName } from '../../core/store/scope-name'
import { addOutcome, type Totals } from './totals'

/** Time limit of jobs in ms, longer than that of requests. */
const TIME_LIMIT_MS = 300_000

/** A script in a record of an application. */
export interface RowScript {
    /** The record, whose `sys_scope` determines the script's rights. */
    row: Row
    source: string
    /** Label for the log, such as `sysauto_script.OpenFin: refresh OAuth tokens`. */
    label: string
    user: Principal
    /** Node number of the script host. */
    node: number
    current?: ScriptJob['current']
    event?: ScriptJob['event']
    /** Session language; default the user's. */
    language?: string
}

/** Runs it on its node and adds its cost to the totals. A failure is logged for the administrator. */
export async function runRowScript(host: Host, script: RowScript, totals: Totals): Promise<ScriptOutcome> {
    const { row, source, label, user, node, current, event, language } = script
    const outcome = await host.scripts.run({
        scope: scopeName(host.store, row['sys_scope']),
        source,
        label,
        user,
        clientIp: '',
        node,
        timeLimitMs: TIME_LIMIT_MS,
        ...(current ? { current } : {}),
        ...(event ? { event } : {}),
        ...(language ? { language } : {}),
    })
    addOutcome(totals, outcome)
    host.stats.add(label, {
        transactions: 1,
        db_statements: outcome.statements,
        outbound_calls: outcome.outboundCalls,
        ms: outcome.ms,
    })
    // A thread logs its script's exception itself; a terminated thread cannot.
    if (outcome.error && outcome.error.code !== 'script_error')
        host.log.write('error', label, outcome.error.message)
    return outcome
}

/** Whether a condition script returned true: by its variable `answer`, otherwise by its last value. */
export function isTrueOutcome({ error, answer, result }: ScriptOutcome): boolean {
    if (error) return false
    return answer === undefined ? result === 'true' : answer === true || answer === 'true'
}
