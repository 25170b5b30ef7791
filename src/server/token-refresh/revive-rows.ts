import { GlideRecord } from '@servicenow/glide'
import { credentialsName, readCredentials } from './credentials'
import { fromStored, now, toStored } from './glide-time'

/** Rows that are looked at per run; the search looks at all of them. */
const LIMIT = 200

/** A row that waits for a person. */
interface Waiting {
    sysId: string
    requestor: string
    profile: string
    lastAttempt: number
}

/**
 * Makes rows due for which somebody has given a new consent: those that wait for a person and whose credentials were
 * stored since they were last looked at. One statement where no row waits, up to three more otherwise.
 */
export function reviveRows(): void {
    const waiting = readWaiting()
    const credentials = readCredentials(waiting.map(({ requestor }) => requestor))
    const revived = waiting.filter((row) =>
        isRevived(row.lastAttempt, credentials.get(credentialsName(row))?.updated)
    )
    if (revived.length === 0) return
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('sys_id', 'IN', revived.map(({ sysId }) => sysId).join(','))
    row.setValue('next_attempt', toStored(now()))
    row.setWorkflow(false)
    row.updateMultiple()
}

/** Times are kept in whole seconds, so what was stored within the second of the last look counts as later. */
export function isRevived(lastAttempt: number, updated: number | undefined): boolean {
    return updated !== undefined && updated >= lastAttempt
}

function readWaiting(): Waiting[] {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('outcome', 'IN', 'no_token,reauthorize')
    row.addNullQuery('next_attempt')
    row.addQuery('rule.active', true)
    row.orderByDesc('last_attempt')
    row.setLimit(LIMIT)
    row.query()
    const waiting: Waiting[] = []
    while (row.next()) {
        waiting.push({
            sysId: row.getUniqueValue(),
            requestor: row.getValue('requestor') ?? '',
            profile: row.getValue('profile') ?? '',
            lastAttempt: fromStored(row.getValue('last_attempt')) ?? 0,
        })
    }
    return waiting
}
