import { inTurns, medianMs, ratio, ROUNDS, runJob, type Measured, type Run } from './runs'
import { median } from './measure'
import type { Figure } from './report'

/** Number of refresh tokens near expiry. */
const NOTICES = 50

/**
 * 50 refresh tokens near expiry, of 1,000 and of 100,000; the first round finds all tokens, and is not
 * measured.
 */
export async function benchNotices(few: Measured, many: Measured): Promise<Figure[]> {
    const runs = await inTurns(ROUNDS, { few, many }, (measured) => {
        endSoon(measured, NOTICES)
        return sendNotices(measured, NOTICES)
    })
    const [statementsFew, statementsMany] = [runs.few, runs.many].map((list) =>
        median(list.map((run) => run.db_statements))
    ) as [number, number]
    const of = `${NOTICES} expiry notices of 100,000 ÷ of 1,000 tokens`
    return [
        ratio(`statements, ${of}`, [statementsMany, statementsFew, ''], 1.05),
        ratio(`time, ${of}`, [medianMs(runs.many), medianMs(runs.few), ' ms'], 1.2),
    ]
}

/** Moves some refresh tokens near expiry, as if no notice had been sent. */
function endSoon({ instance }: Measured, count: number): void {
    const { records, clock } = instance
    const end = new Date(clock.now() + 5 * 86_400_000).toISOString().slice(0, 19).replace('T', ' ')
    records.transaction(() => {
        for (const row of records.query('x_opfi_openfin_token_status', {
            query: 'ORDERBYsys_id',
            limit: count,
        })) {
            records.update('x_opfi_openfin_token_status', row['sys_id'] ?? '', {
                refresh_token_expires: end,
                end_kept: '1',
                notice_days: null,
                notice_end: null,
            })
            const held = `oauth_requestor_profile.requestor_id=${row['requestor']}^type=refresh_token`
            records.updateMultiple('oauth_credential', held, { expires: end })
        }
    })
}

/** Runs the job of the notices. @throws if not all of them were sent */
async function sendNotices({ instance }: Measured, count: number): Promise<Run> {
    const run = await runJob(instance, 'OpenFin: expiry notices')
    const sent = instance.records.count('x_opfi_openfin_token_status', { query: 'notice_days=7' })
    if (sent !== count) throw new Error(`${sent} of ${count} notices were sent`)
    return run
}
