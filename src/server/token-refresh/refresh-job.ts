import { GlideRecord } from '@servicenow/glide'
import { stopOnClone } from '../clones/clone-guard'
import { raiseEvent } from '../shared/best-effort'
import { CLAIM_S, claimToken, deleteExpiredClaims, releaseToken } from './claims'
import { readDueRows, type DueRow } from './due-rows'
import { now, toStored } from '../shared/glide-time'
import { toParameters } from './due-event'
import { refreshClaimed } from './refresh-event'
import { reviveRows } from './revive-rows'
import { beginRun, endRun, type Run, type RunSummary } from './history'
import { isEnabled, runBudgetMs } from './settings'

/** Rows that are claimed at a time, so that neither the queue nor the memory holds a long list. */
const BATCH = 200
/** Maximum rows per run, so that they are processed before their claims expire. */
const MAX_ROWS = 2000
/** The queue of the events. If no node of the instance processes it, the job does the work itself. */
const QUEUE = 'x_opfi_openfin.refresh'

/**
 * The job "OpenFin: refresh OAuth tokens": claims the due rows and queues an event for each, so that all nodes share the
 * work. Rows that are left when its time is up stay due. Rows that an earlier run claimed and did not finish are refreshed
 * by the job itself, and so are rows whose event the platform refuses.
 */
export function refreshDueTokens(): void {
    if (!isEnabled() || stopOnClone()) return
    const began = now()
    const isOver = () => now() - began >= runBudgetMs()
    reviveRows()
    let run: Run | null = null
    const summary: RunSummary = { claimed: 0, own: 0, outOfTime: false }
    const own: DueRow[] = []
    for (;;) {
        const { rows, more } = readDueRows(BATCH)
        if (rows.length > 0) {
            if (!run) {
                run = beginRun()
                deleteExpiredClaims()
            }
            const { holder } = run
            const claimed = rows.filter((row) => claimToken(row.claim, holder))
            if (claimed.length === 0) break
            markClaimed(claimed, holder)
            const { held, left } = handOver(claimed, { holder, lapsedToo: false })
            for (const one of claimed) if (!held.includes(one)) releaseToken(one.claim, holder)
            summary.claimed += held.length
            own.push(...left)
        }
        if (!more || summary.claimed >= MAX_ROWS) break
        if (isOver()) {
            summary.outOfTime = true
            break
        }
    }
    if (!run) return
    // Rows that are left when the time is up are queued after all.
    const { holder } = run
    while (own.length > 0 && !isOver()) {
        refreshRow(own.shift() as DueRow, holder)
        summary.own += 1
    }
    if (own.length > 0) summary.outOfTime = true
    handOver(own, { holder, lapsedToo: true })
    endRun(run, summary)
}

/**
 * Writes the holder and expiry of the claim to the rows; one statement for all. Between reading a row and claiming it,
 * another run may have refreshed and released it: such a row is no longer due, and stays unchanged.
 */
function markClaimed(rows: DueRow[], holder: string): void {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('sys_id', 'IN', rows.map(({ sysId }) => sysId).join(','))
    row.addQuery('next_attempt', '<=', toStored(now()))
    row.setValue('claimed_by', holder)
    row.setValue('claimed_until', toStored(now() + CLAIM_S * 1000))
    row.setWorkflow(false)
    row.updateMultiple()
}

/**
 * Queues an event for each row that the run holds; one statement for all, and one per event.
 *
 * @returns the rows that the run holds, and those of them that it has to refresh itself
 */
function handOver(
    rows: DueRow[],
    { holder, lapsedToo }: { holder: string; lapsedToo: boolean }
): { held: DueRow[]; left: DueRow[] } {
    if (rows.length === 0) return { held: [], left: [] }
    const bySysId = new Map(rows.map((due) => [due.sysId, due]))
    const held: DueRow[] = []
    const left: DueRow[] = []
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('sys_id', 'IN', [...bySysId.keys()].join(','))
    row.addQuery('claimed_by', '=', holder)
    row.query()
    while (row.next()) {
        const due = bySysId.get(row.getUniqueValue())
        if (!due) continue
        held.push(due)
        const isQueued =
            (lapsedToo || !due.lapsed) &&
            raiseEvent('x_opfi_openfin.token_due', row, toParameters({ ...due, run: holder }), QUEUE)
        if (!isQueued) left.push(due)
    }
    return { held, left }
}

function refreshRow(due: DueRow, holder: string): void {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    if (row.get(due.sysId)) refreshClaimed(row, { run: holder, leadTimes: due.leadTimes, always: due.always })
}
