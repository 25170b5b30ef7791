import type { AdminClient } from '../bench/admin-client'
import { control } from './control'
import { JOBS } from './jobs'
import { restingVitals, type Vitals } from './vitals'
import { planTrouble } from './trouble-plan'
import type { ProgressLine } from './progress-line'
import type { Random } from './random'
import type { Soak } from './soak'
import type { TroubleMaker } from './trouble-maker'

/** Shares of the load: with kills; warm-up of the last process; and memory measurement. */
const SHARES = { kills: 0.6, warmUp: 0.1, last: 0.3 }
/** Interval between kills in the first part, in ms; at least two kills. */
const KILL_EVERY_MS = 36_000
/** As many concurrent runs as the largest pool has regular threads. */
const AT_ONCE = 8

/** Dependencies of the phases. */
export interface PhaseOptions {
    soak: Soak
    maker: TroubleMaker
    admin: AdminClient
    random: Random
    loadMs: number
    progress: ProgressLine
}

/**
 * Runs the load: first with kills of the process; then, in the last process, a warm-up and the rest. Before
 * and after the rest, the load is paused and the process is inspected.
 */
export async function runPhases(options: PhaseOptions): Promise<{ before: Vitals; after: Vitals }> {
    const { soak, maker, random, loadMs, progress } = options
    const part = async (name: keyof typeof SHARES, kills: number) => {
        const lengthMs = loadMs * SHARES[name]
        soak.gate.open()
        const end = performance.now() + lengthMs
        await maker.follow(planTrouble(random.fork(name), { lengthMs, kills }))
        await soak.gate.pause(end - performance.now())
    }
    progress.enter('load and kills')
    await part('kills', Math.max(2, Math.round((loadMs * SHARES.kills) / KILL_EVERY_MS)))
    progress.enter('load on the last process')
    await part('warmUp', 0)
    progress.enter('load held back, memory at rest is measured')
    const before = await rest(options)
    progress.enter('load goes on')
    await part('last', 0)
    progress.enter('load ended, memory at rest is measured')
    const after = await rest(options)
    return { before, after }
}

async function rest({ soak, admin }: PhaseOptions): Promise<Vitals> {
    await soak.gate.shut()
    return restingVitals(soak.process.pid, async () => {
        const call = async (number: number) => {
            await admin.call('GET', '/api/x_opfi_openfin/v1/integration/user_info')
            if (number % 2) await control(soak.process.url, '/jobs/run', { name: JOBS.hold })
        }
        await Promise.all(Array.from({ length: AT_ONCE }, (_, number) => call(number)))
    })
}
