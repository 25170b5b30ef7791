import { control, type ControlAnswer } from './control'
import { JOBS } from './jobs'
import { PATHS } from './paths'
import type { Soak } from './soak'
import type { PlannedTrouble, Scheduled } from './trouble-plan'

const NODES = [1, 2]

/** Allocates all available memory. */
const MEMORY_HOG = 'var all = []; for (;;) all.push(new Array(100000).fill(all.length + 0.5))'

/** Number of runs of a job that creates a record. */
export interface JobRuns {
    acknowledged: number
    /** The process, its node or its thread was terminated during the run. */
    inDoubt: number
}

/** Injects the faults of a plan, and records their times. */
export class TroubleMaker {
    readonly runs: JobRuns = { acknowledged: 0, inDoubt: 0 }
    /** Clock calls are serialized, so that each response contains the current time. */
    private clock: Promise<void> = Promise.resolve()

    constructor(private readonly soak: Soak) {}

    /** Resolves when the plan is complete and no fault remains. */
    async follow(plan: Scheduled[]): Promise<void> {
        const start = performance.now()
        const open: Promise<void>[] = []
        for (const trouble of plan) {
            await this.soak.gate.pause(start + trouble.atMs - performance.now())
            if (this.soak.gate.ended) break
            if (trouble.kind === 'kill') await this.kill()
            else open.push(this.make(trouble))
        }
        await Promise.all(open)
    }

    /** Kills the process, restarts it and reads its time. */
    async kill(): Promise<void> {
        const { process, troubles, tally } = this.soak
        const trouble = troubles.begin({ kind: 'kill' })
        tally.add('kills')
        await process.kill()
        await process.start()
        tally.add('restarts')
        await this.readClock()
        troubles.end(trouble)
    }

    private make(trouble: Exclude<PlannedTrouble, { kind: 'kill' }>): Promise<void> {
        this.soak.tally.trouble(trouble.kind)
        switch (trouble.kind) {
            case 'fault':
                return this.fault(trouble)
            case 'clock':
                return this.moveClock(trouble.advanceS)
            case 'job':
                return this.runJob()
            case 'job without end':
                return this.endlessJob(trouble.killAfterMs)
            case 'node':
                return this.killNodes([trouble.node], trouble.downMs)
            case 'memory hog':
                return this.memoryHog()
            case 'script without end':
                return this.endlessScript()
        }
    }

    private async fault(fault: Extract<PlannedTrouble, { kind: 'fault' }>): Promise<void> {
        const { troubles, gate } = this.soak
        const path = PATHS[fault.route]
        const { status, times, delayMs } = fault
        const trouble = troubles.begin({ kind: 'fault', path, status })
        await this.control('/faults', {
            path,
            times,
            delay_ms: delayMs,
            ...(status !== undefined && { status }),
        })
        await gate.pause(fault.forMs)
        await this.control('/faults', { path, times: 0 })
        troubles.end(trouble)
    }

    private moveClock(advanceS: number): Promise<void> {
        this.clock = this.clock.then(async () => {
            const trouble = this.soak.troubles.begin({ kind: 'clock' })
            this.soak.time.moving(advanceS * 1000)
            await this.askClock(advanceS)
            this.soak.troubles.end(trouble)
        })
        return this.clock
    }

    private readClock(): Promise<void> {
        this.clock = this.clock.then(() => this.askClock(0))
        return this.clock
    }

    private async askClock(advanceS: number): Promise<void> {
        const from = Date.now()
        const { status, body } = await this.control('/clock', { advance_s: advanceS })
        if (status !== 200) return
        if (!this.soak.time.isAt(Date.parse(String(body['now'])), { from, until: Date.now() })) {
            this.soak.tally.lost('the instance’s clock does not show what it was set to')
        }
    }

    private async runJob(): Promise<void> {
        const { troubles } = this.soak
        const from = performance.now()
        const { status, body } = await this.control('/jobs/run', { name: JOBS.mark }, [503])
        const span = { from, until: performance.now() }
        const disturbed = (['kill', 'node down', 'memory hog'] as const).some(
            (kind) => troubles.during(span, kind).length > 0
        )
        if (status === 200 && body['nodes_lost'] === 0 && !disturbed) this.runs.acknowledged += 1
        else this.runs.inDoubt += 1
    }

    private async endlessJob(killAfterMs: number): Promise<void> {
        let ended = false
        void this.control('/jobs/run', { name: JOBS.endless }, [503]).then(() => (ended = true))
        do {
            await this.soak.gate.pause(killAfterMs)
            // Repeats it if it had not begun yet.
            await this.killNodes(NODES, 100)
        } while (!ended && !this.soak.gate.ended)
    }

    private async killNodes(nodes: number[], downMs: number): Promise<void> {
        const trouble = this.soak.troubles.begin({ kind: 'node down' })
        for (const node of nodes) await this.control('/nodes/kill', { node })
        await this.soak.gate.pause(downMs)
        for (const node of nodes) await this.control('/nodes/kill', { node, restart: true })
        this.soak.troubles.end(trouble)
    }

    private async memoryHog(): Promise<void> {
        const trouble = this.soak.troubles.begin({ kind: 'memory hog' })
        await this.control('/script', { script: MEMORY_HOG }, [422])
        this.soak.troubles.end(trouble)
    }

    private async endlessScript(): Promise<void> {
        await this.control('/script', { script: 'for (;;) {}' }, [422])
    }

    /** A control call; a status other than 200 or the accepted ones is a loss unless a kill explains it. */
    private async control(
        path: string,
        body: Record<string, unknown>,
        others: number[] = []
    ): Promise<ControlAnswer> {
        const { process, troubles, tally } = this.soak
        const from = performance.now()
        const answer = await control(process.url, path, body)
        const span = { from, until: performance.now() }
        const wasKilled = troubles.during(span, 'kill').length > 0
        if (answer.status === 200 || others.includes(answer.status)) return answer
        if (!wasKilled) tally.lost(`an unexplained control call failure:  ${path} ${answer.status}`)
        return answer
    }
}
