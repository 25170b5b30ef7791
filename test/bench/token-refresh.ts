import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createLocalInstance } from 'openfin-servicenow-local-instance'
import { deployTo } from '../support/deploy'
import { median } from './measure'
import { benchNotices } from './expiry-notices'
import { benchMillion } from './million-rows'
import { seedTokens } from './refresh-data'
import { ACCESS_TOKEN_S, REFRESH_JOB, startTokenEndpoint } from './refresh-provider'
import type { Figure } from './report'
import { atMost, inTurns, medianMs, ratio, ROUNDS, runJob, type Measured, type Run } from './runs'

/** Runs with nothing due take a few ms each, so more of them are needed for a steady median. */
const IDLE_ROUNDS = 41
/** Number of the 100,000 tokens that are checked in the way of the e-mail job; each costs the same. */
const LOOKED = 5_000
const FACTOR = 100_000 / LOOKED

/** Cost of refreshing due tokens, by the number of other tokens and by the number of nodes. */
export async function benchTokenRefresh(): Promise<Figure[]> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-refresh-'))
    const quick = await startTokenEndpoint(0)
    const slow = await startTokenEndpoint(50)
    try {
        const deployed = join(folder, 'deployed')
        const first = await createLocalInstance({ data: deployed })
        await deployTo(first.url)
        await first.close()
        let copies = 0
        const open = async (
            options: { nodes?: number },
            tokens: { tokens: number; due: number; tokenUrl: string }
        ): Promise<Measured> => {
            const data = join(folder, `copy ${++copies}`)
            cpSync(deployed, data, { recursive: true })
            const clock = createClock()
            const instance = await createLocalInstance({ data, clock, ...options })
            return { instance, profile: seedTokens(instance, tokens), due: tokens.due }
        }
        return [
            ...(await benchOthers(open, quick.tokenUrl)),
            await benchNodes(open, slow.tokenUrl),
            ...(await benchMillion(folder, deployed)),
        ]
    } finally {
        await Promise.all([quick.close(), slow.close()])
        rmSync(folder, { recursive: true, force: true })
    }
}

type Open = (
    options: { nodes?: number },
    tokens: { tokens: number; due: number; tokenUrl: string }
) => Promise<Measured>

/**
 * 100 due tokens of 1,000 and of 100,000, in turns; and the same number in the way of the platform's e-mail
 * job.
 */
async function benchOthers(open: Open, tokenUrl: string): Promise<Figure[]> {
    const due = 100
    const few = await open({}, { tokens: 1_000, due, tokenUrl })
    const many = await open({}, { tokens: 100_000, due, tokenUrl })
    try {
        const runs = await inTurns(ROUNDS, { few, many }, refreshDue)
        const [statementsFew, statementsMany] = [runs.few, runs.many].map((list) =>
            median(list.map((run) => run.db_statements))
        ) as [number, number]
        const idle = await inTurns(IDLE_ROUNDS, { few, many }, ({ instance }) =>
            runJob(instance, REFRESH_JOB)
        )
        const nothing = idle.many[0] as Run
        const notices = await benchNotices(few, many)
        const other = await emailWay(many)
        return [
            ...notices,
            ratio(
                'statements, 100 due of 100,000 ÷ of 1,000 tokens',
                [statementsMany, statementsFew, ''],
                1.05
            ),
            ratio(
                'time, 100 due of 100,000 ÷ of 1,000 tokens',
                [medianMs(runs.many), medianMs(runs.few), ' ms'],
                1.2
            ),
            atMost('statements per refreshed token, all of a run', statementsMany / due, 8),
            atMost('statements of a run with nothing due', nothing.db_statements, 3),
            ratio(
                'time of a run with nothing due, of 100,000 ÷ of 1,000 tokens',
                [medianMs(idle.many), medianMs(idle.few), ' ms'],
                1.5
            ),
            {
                name: `tokens checked in a run with nothing due of 100,000, as the platform's e-mail job does ÷ this job (${LOOKED} measured, × ${FACTOR})`,
                value: `100,000 ÷ 0 (${((other.ms * FACTOR) / 1000).toFixed(0)} s ÷ ${(medianMs(idle.many) / 1000).toFixed(3)} s)`,
                limit: 'for comparison',
                met: true,
            },
        ]
    } finally {
        await few.instance.close()
        await many.instance.close()
    }
}

/** 1,000 due tokens with a provider that responds in 50 ms, on two nodes and on one. */
async function benchNodes(open: Open, tokenUrl: string): Promise<Figure> {
    const taken: number[] = []
    for (const nodes of [2, 1]) {
        const one = await open({ nodes }, { tokens: 1_000, due: 1_000, tokenUrl })
        try {
            taken.push((await refreshDue(one)).ms)
        } finally {
            await one.instance.close()
        }
    }
    const [two = NaN, single = NaN] = taken
    return ratio('1,000 due tokens, provider responds in 50 ms, two nodes ÷ one', [two, single, ' ms'], 0.6)
}

/** Makes the due tokens due again and runs the job. @throws if not all of them were refreshed */
async function refreshDue({ instance, due }: Measured): Promise<Run> {
    instance.clock.advance((ACCESS_TOKEN_S + 60) * 1000)
    const query = 'outcome=refreshed^last_attempt>='
    const from = new Date(instance.clock.now()).toISOString().slice(0, 19).replace('T', ' ')
    const run = await runJob(instance, REFRESH_JOB)
    const refreshed = instance.records.count('x_opfi_openfin_token_status', { query: query + from })
    if (refreshed !== due) throw new Error(`${refreshed} of ${due} tokens were refreshed`)
    return run
}

/**
 * Checks every record at every run, as the e-mail job does (KB0955712); a part is measured, then
 * extrapolated.
 */
function emailWay({ instance, profile }: Measured): Promise<Run> {
    const name = 'The way of the e-mail job'
    instance.records.insert('sysauto_script', {
        name,
        active: '1',
        run_type: 'on_demand',
        script: `var client = new sn_auth.GlideOAuthClient()
            var message = new GlideRecord('sys_rest_message')
            message.addQuery('oauth2_profile', '${profile}')
            message.setLimit(${LOOKED})
            message.query()
            while (message.next()) {
                var token = client.getToken(message.getUniqueValue(), message.getValue('oauth2_profile'))
                if (token && token.getExpiresIn() <= 300) gs.info('would be refreshed')
            }`,
    })
    return runJob(instance, name)
}
