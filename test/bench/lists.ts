import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalInstance } from 'openfin-servicenow-local-instance'
import { AdminClient } from './admin-client'
import { compare } from './measure'
import type { Figure } from './report'
import { spawnInstance } from './spawn-instance'

/** Number of rows that the measured query finds, in both tables. */
const FOUND = 100
const CALLER = 'f'.repeat(32)

/** A list of 100 rows out of 100,000 against 100 out of 1,000, by an indexed query, from two instances. */
export async function benchLists(): Promise<Figure> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-lists-'))
    try {
        const [large, small] = [join(folder, 'large'), join(folder, 'small')]
        await fill(large, 100_000)
        await fill(small, 1_000)
        const instances = [
            await spawnInstance({ args: ['--data', large] }),
            await spawnInstance({ args: ['--data', small] }),
        ] as const
        try {
            const list = (url: string) => {
                const admin = new AdminClient(url)
                const path = `/api/now/table/incident?sysparm_query=caller_id=${CALLER}&sysparm_limit=${FOUND}`
                return async () => {
                    const { result } = await admin.call<{ result: unknown[] }>('GET', path)
                    if (result.length !== FOUND)
                        throw new Error(`the list has ${result.length} rows, not ${FOUND}`)
                }
            }
            const { one, other, ratio } = await compare({
                rounds: 6,
                callsPerRound: 40,
                callers: 1,
                one: list(instances[0].url),
                other: list(instances[1].url),
            })
            return {
                name: 'list of 100 rows, out of 100,000 ÷ out of 1,000',
                value: `${ratio.toFixed(2)} (${one.toFixed(1)} ms ÷ ${other.toFixed(1)} ms)`,
                limit: '≤ 1.5',
                met: ratio <= 1.5,
            }
        } finally {
            for (const instance of instances) await instance.end()
        }
    } finally {
        rmSync(folder, { recursive: true, force: true })
    }
}

async function fill(data: string, rows: number): Promise<void> {
    const { records, close } = await createLocalInstance({ data })
    records.transaction(() => {
        for (let row = 0; row < rows; row++) {
            records.insert('incident', {
                short_description: `Incident ${row}`,
                caller_id: row % (rows / FOUND) === 0 ? CALLER : null,
            })
        }
    })
    await close()
}
