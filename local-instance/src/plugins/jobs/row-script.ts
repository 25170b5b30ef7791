import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { ScriptJob, ScriptOutcome } from '../../core/script-host'
import type { Row } from '../../core/store/types'
import { scopeName } from '../../core/store/scope-name'
import { addOutcome, type Totals } from './totals'

/** Jobs may take longer than requests before they are ended, in ms. */
const TIME_LIMIT_MS = 300_000

/** A script that a record of an application brings. */
export interface RowScript {
    /** The record, whose `sys_scope` decides what the script may do. */
    row: Row
    source: string
    /** For the log, such as `sysauto_script.OpenFin: refresh OAuth tokens`. */
    label: string
    user: Principal
    /** The scripts' host's number of it. */
    node: number
    current?: ScriptJob['current']
    event?: ScriptJob['event']
    /** Of the session; default the user's. */
    language?: string
}

/** Runs it on its node and adds what it cost. A failure is in the log, where the administrator looks. */
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
    // What a script throws is written by its thread; one that was ended could not.
    if (outcome.error && outcome.error.code !== 'script_error')
        host.log.write('error', label, outcome.error.message)
    return outcome
}

/** Whether a condition script came out true: by its variable `answer`, else by its last value. */
export function isTrueOutcome({ error, answer, result }: ScriptOutcome): boolean {
    if (error) return false
    return answer === undefined ? result === 'true' : answer === true || answer === 'true'
}
