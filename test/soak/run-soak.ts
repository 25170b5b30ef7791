import { join } from 'node:path'
import { setUp } from '../../setup/set-up'
import { AdminClient } from '../bench/admin-client'
import { deployTo } from '../support/deploy'
import { checkDatabase, type DatabaseCheck } from './check-database'
import { checkJobs, checkRecords } from './check-records'
import { checkTokens } from './check-tokens'
import { SoakClient } from './client'
import { countSecrets } from './check-secrets'
import { makeJobs } from './jobs'
import { runPhases } from './phases'
import { makeUsers, type SoakUser } from './users'
import { createRandom } from './random'
import { vitalsInWords } from './report'
import { TroubleMaker } from './trouble-maker'
import { judgeDatabase, judgeVitals } from './verdict'
import type { SoakOptions } from './options'
import type { ProgressLine } from './progress-line'
import type { Soak } from './soak'

/** Limits of the open routes are per address, and all clients here share one (admin guide). */
const LIMITS = ['requests_per_minute', 'refusals_per_minute', 'failures_before_event']

/**
 * Deploys, runs the load, kills the process once more and checks everything.
 *
 * @returns facts for the report, by name
 */
export async function runSoak(
    soak: Soak,
    { data, options, progress }: { data: string; options: SoakOptions; progress: ProgressLine }
): Promise<[string, string][]> {
    const file = join(data, 'instance.db')
    progress.enter('deploy the app')
    const { admin, users } = await prepare(soak, options.clients)
    const databaseBefore = checkDatabase(file)

    const random = createRandom(options.seed)
    const clients = users.map((user, index) => {
        const number = index + 1
        return new SoakClient(soak, { number, user, random: random.fork(`client ${number}`) }).run()
    })
    const maker = new TroubleMaker(soak)
    const { before, after } = await runPhases({
        soak,
        maker,
        admin,
        random,
        loadMs: options.loadMs,
        progress,
    })
    soak.gate.end()
    await Promise.all(clients)
    judgeVitals(soak.tally, before, after)

    progress.enter('kill the process once more and check its data')
    const log = JSON.stringify(await admin.call('GET', '/local/log'))
    await maker.kill()
    const records = await checkRecords(soak, admin)
    await checkJobs(soak, admin, maker.runs)
    const tokens = await checkTokens(soak, users)
    if ((await soak.process.end()) !== 0) soak.tally.lost('the process did not end cleanly')
    const databaseAfter = checkDatabase(file)
    judgeDatabase(soak.tally, databaseBefore, databaseAfter)
    judgeSecrets(soak, { log, output: soak.process.output })
    return [
        ['records compared', String(records)],
        ['jobs acknowledged, in doubt', `${maker.runs.acknowledged}, ${maker.runs.inDoubt}`],
        ['tokens tried at the end', `${tokens.live} that hold, ${tokens.dead} that ended`],
        ['secrets searched for', `${soak.secrets.size} in ${log.length} characters of log`],
        ['process after the warm-up', vitalsInWords(before)],
        ['process after the load', vitalsInWords(after)],
        ['start after a kill', `${Math.round(Math.max(...soak.process.readyMs))} ms at most`],
        ['database', databaseInWords(databaseAfter)],
    ]
}

async function prepare(soak: Soak, clients: number): Promise<{ admin: AdminClient; users: SoakUser[] }> {
    await soak.process.start()
    const instanceUrl = soak.process.url
    await deployTo(instanceUrl)
    const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`
    await setUp({ instanceUrl, authorization, origins: ['http://localhost:8080'] })
    const admin = new AdminClient(instanceUrl)
    for (const limit of LIMITS) await admin.setProperty(`x_opfi_openfin.integration.${limit}`, '100000')
    await makeJobs(admin)
    const users = await makeUsers(admin, clients)
    for (const { userName, password } of users) if (password !== userName) soak.secrets.add(password)
    return { admin, users }
}

function judgeSecrets({ secrets, tally }: Soak, texts: { log: string; output: string }): void {
    for (const [name, text] of Object.entries(texts)) {
        const found = countSecrets(text, secrets)
        if (found > 0) tally.lost(`${found} tokens, codes, verifiers or passwords in the ${name}`)
    }
}

function databaseInWords({ integrity, references }: DatabaseCheck): string {
    return `integrity check ${integrity === 'ok' ? 'passed' : 'failed'}, ${references} reference columns followed`
}
