import { GlideRecord } from '@servicenow/glide'
import { raiseEvent } from '../shared/best-effort'
import { CLAIM_S, claimToken, forgetEndedClaims, releaseToken } from './claims'
import { readDueRows, type DueRow } from './due-rows'
import { now, toStored } from './glide-time'
import { refreshClaimed, toParameter } from './refresh-event'
import { reviveRows } from './revive-rows'
import { beginRun, endRun, type Run, type RunSummary } from './run-record'
import { isEnabled, runBudgetMs } from './settings'

/** Rows that are claimed at once; what a queue has to hold stays small, and a long list does not fill the memory. */
const BATCH = 200
/** Rows that one run hands out at most, so that they can be worked off before their claims end. */
const MAX_ROWS = 2000
/** The queue that the events go to; without a processor of its own on an instance, the job does the work itself. */
const QUEUE = 'x_opfi_openfin.refresh'

/**
 * The job "OpenFin: refresh OAuth tokens": claims the rows that are due and hands each to the event queue, so that all
 * nodes share the work. What is left when its time is over stays due. Rows that another run claimed and did not bring
 * back are worked off here, whatever became of it, and so are those whose event the platform refuses.
 */
export function refreshDueTokens(): void {
    if (!isEnabled()) return
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
                forgetEndedClaims()
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
    // What is left of these when the time is over goes to the queue after all.
    const { holder } = run
    while (own.length > 0 && !isOver()) {
        workOff(own.shift() as DueRow, holder)
        summary.own += 1
    }
    if (own.length > 0) summary.outOfTime = true
    handOver(own, { holder, lapsedToo: true })
    endRun(run, summary)
}

/**
 * Shows on the rows who holds them and until when; one statement for all. Between the moment a row was read and that of
 * its claim another run may have refreshed it and let it go: such a row is due no more, and stays as it is.
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
 * Queues an event for each that the run holds; one statement for all and one for each event.
 *
 * @returns those that the run holds, and which of them were left to it
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
            raiseEvent('x_opfi_openfin.token_due', row, [holder, toParameter(due)], QUEUE)
        if (!isQueued) left.push(due)
    }
    return { held, left }
}

function workOff(due: DueRow, holder: string): void {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    if (row.get(due.sysId)) refreshClaimed(row, { run: holder, leads: due.leads, always: due.always })
}
