import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import { drawYear } from './chart'
import { YEAR } from './connections'
import { simulate } from './simulate'
import { printSummary } from './summary'

/** Options from the script that starts the program. */
export interface YearDemo {
    /** Root folder of the project. */
    root: string
    /** Seed of the faults. */
    seed: string
    /** Deploys the built app to an instance. */
    deploy(instanceUrl: string): Promise<unknown>
    /** Runs a named step and reports it. */
    step<T>(name: string, work: () => Promise<T>): Promise<T>
}

const DAYS = 365

/** Simulates a year and reports whether all invariants hold. */
export async function playYear({ root, seed, deploy, step }: YearDemo): Promise<boolean> {
    const start = Date.parse('2027-01-01T00:00:00Z')
    const simulated = await simulate({
        root,
        seed,
        start,
        days: DAYS,
        connections: YEAR,
        burstEveryDays: 28,
        outageHours: [5, 26, 3, 9, 50, 2],
        killsBefore: 5,
        killsAfterwards: 3,
        answersLost: 1,
        revocations: 2,
        instanceRestarts: 4,
        deploy: ({ url }) => deploy(url),
        step,
        onDay(day) {
            if (day % 30 === 29) console.log(pc.dim(`  day ${day + 1}`))
        },
    })
    printSummary({ ...simulated, connections: YEAR, seed })
    const file = 'docs/year.svg'
    const { plan, verdict, proxy, notices } = simulated
    const { passed } = proxy
    const data = { connections: YEAR, plan, expected: verdict.expected, passed, notices, start, days: DAYS }
    writeFileSync(join(root, file), await drawYear(data))
    console.log(`  Chart: ${file}`)
    return verdict.holds
}
