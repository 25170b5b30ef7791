import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { createLocalInstance } from 'openfin-servicenow-local-instance'
import { AdminClient } from './admin-client'
import { seedTokens } from './refresh-data'
import { REFRESH_JOB, startTokenEndpoint } from './refresh-provider'
import type { Figure } from './report'
import { atMost, ratio, type Run } from './runs'
import { spawnInstance } from './spawn-instance'

const ROWS = 1_000_000
const DUE = 10_000
const NODES = 4
/** A run claims 2,000 rows at most. */
const MOST_RUNS = 12
const STATUSES = 'x_opfi_openfin_token_status'

/**
 * 10,000 due tokens of 1,000,000 rows, in runs of the job on four nodes, in a separate process: each token is
 * requested once, all are refreshed, and the memory of the process does not grow from run to run (Linux).
 *
 * @param deployed data of an instance with the app
 * @throws if a token was not refreshed or was refreshed twice
 */
export async function benchMillion(folder: string, deployed: string): Promise<Figure[]> {
    const provider = await startTokenEndpoint(0)
    const data = join(folder, 'million')
    cpSync(deployed, data, { recursive: true })
    const seeding = await createLocalInstance({ data })
    seedTokens(seeding, { tokens: DUE, due: DUE, tokenUrl: provider.tokenUrl })
    await seeding.close()
    addIdleRows(join(data, 'instance.db'), ROWS - DUE)
    const instance = await spawnInstance({ args: ['--data', data, '--nodes', String(NODES)] })
    try {
        const admin = new AdminClient(instance.url)
        const run = () => admin.call<Run>('POST', '/local/jobs/run', { name: REFRESH_JOB })
        const refreshed = async () => countOf(admin, 'outcome=refreshed')
        const runs: Run[] = []
        const memory: number[] = []
        while (runs.length < MOST_RUNS && (await refreshed()) < DUE) {
            runs.push(await run())
            memory.push(peakOf(instance.pid))
        }
        const [done, all] = [await refreshed(), await countOf(admin, '')]
        const asked = new Set(provider.asked)
        if (all !== ROWS || done !== DUE || asked.size !== DUE || provider.asked.length !== DUE)
            throw new Error(
                `${done} of ${DUE} were refreshed by ${provider.asked.length} requests for ${asked.size} tokens; ${all} rows`
            )
        const idle = await run()
        const statements = runs.reduce((sum, one) => sum + one.db_statements, 0)
        const what = `10,000 due of 1,000,000 rows in ${runs.length} runs on four nodes`
        const [first = NaN, last = NaN] = [memory[0], memory.at(-1)]
        return [
            {
                name: `${what}: refreshed, asked for more than once`,
                value: `${done}, ${provider.asked.length - asked.size}`,
                limit: '10000, 0',
                met: true,
            },
            atMost(`${what}: statements per refreshed token`, statements / DUE, 8),
            ratio(
                `${what}: most memory of the process after the last run ÷ after the first`,
                [last, first, ' MB'],
                1.25
            ),
            atMost('statements of a run with nothing due of 1,000,000 rows', idle.db_statements, 3),
        ]
    } finally {
        await instance.end()
        await provider.close()
    }
}

/**
 * Copies one of the rows a number of times under new ids, due in years. Their requestors do not exist and are
 * never read.
 */
function addIdleRows(file: string, count: number): void {
    const database = new Database(file)
    try {
        const columns = (
            database.prepare(`SELECT name FROM pragma_table_info('${STATUSES}')`).all() as { name: string }[]
        ).map(({ name }) => name)
        const values = columns.map((name) => {
            if (name === 'sys_id' || name === 'requestor') return 'lower(hex(randomblob(16)))'
            return name === 'next_attempt' || name === 'access_token_expires'
                ? 'refresh_token_expires'
                : `"${name}"`
        })
        database.exec(`
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
            INSERT INTO ${STATUSES} (${columns.map((name) => `"${name}"`).join(', ')})
            SELECT ${values.join(', ')} FROM numbers, (SELECT * FROM ${STATUSES} LIMIT 1)`)
    } finally {
        database.close()
    }
}

async function countOf(admin: AdminClient, query: string): Promise<number> {
    const { result } = await admin.call<{ result: { stats: { count: string } } }>(
        'GET',
        `/api/now/stats/${STATUSES}?sysparm_count=true&sysparm_query=${encodeURIComponent(query)}`
    )
    return Number(result.stats.count)
}

/** Peak resident memory of a process so far, in MB. */
function peakOf(pid: number): number {
    const [, kb = 'NaN'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kb) / 1024
}
