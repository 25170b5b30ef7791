import { asAdmin } from '../echo/as-admin'
import type { Connection } from '../echo/register-provider'
import { refreshTokenOf } from '../echo/tokens'
import { Agenda } from './agenda'
import type { ConnectionPlan } from './connections'
import type { FaultPlan } from './faults'
import { fingerprint, type Asker, type Fate, type Fault, type FaultyProxy } from './proxy'
import { createRandom } from './random'
import type { RunningInstance } from './running-instance'
import { consent, makeRules, registerConnection, sysIdOf } from './set-up'
import { callApi, refreshNow } from './scripts'
import type { Provider } from './start-provider'
import { StatusRows } from './status-rows'
import type { Use } from './use'

const REFRESH = 'OpenFin: refresh OAuth tokens'
const FIND = 'OpenFin: find OAuth tokens'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The refresh job's interval. */
const GRID = 3 * MINUTE
/** The search runs hourly; runs that find nothing new are simulated at this interval only, in days. */
const SEARCH_DAYS = 2
/** Downtime of a killed node. */
const DOWN = 2 * HOUR

/** Options of the world. */
export interface WorldOptions {
    seed: string
    /** Start, in ms since 1970. */
    start: number
    days: number
    connections: ConnectionPlan[]
    faults: FaultPlan
    instance: RunningInstance
    provider: Provider
    secret: string
    /** Called after each day. */
    onDay?(day: number): void
}

/** Advances the time of instance and provider together, from one due action to the next. */
export class World implements Fate {
    readonly uses: Use[] = []
    readonly counts = { jobs: 0, searches: 0, consents: 0, nodesKilled: 0, instanceRestarts: 0 }
    readonly rows: StatusRows
    readonly made = new Map<string, Connection>()
    #proxy!: FaultyProxy
    #now: number
    #asker: Asker = 'consent'
    readonly #agenda = new Agenda()
    readonly #mailsRead = new Set<string>()

    constructor(private readonly options: WorldOptions) {
        this.#now = options.start
        this.rows = new StatusRows(options.instance)
    }

    now(): number {
        return this.#now
    }

    asker(): Asker {
        return this.#asker
    }

    faultFor(client: string, by: Asker): Fault | null {
        const passed = this.#now - this.options.start
        if (by !== 'job' && by !== 'script') return null
        const outage = this.#outage()
        if (outage) return outage.fault
        const burst = this.options.faults.bursts.find(
            (one) => one.client === client && one.at <= passed && one.faults.length > 0
        )
        const fault = burst?.faults[0] ?? null
        // Nodes only run jobs.
        if (
            fault?.kind === 'node killed' &&
            (by !== 'job' || !this.rows.nodeWorkingOn(this.#requestor(client)))
        )
            return null
        burst?.faults.shift()
        return fault
    }

    async killNode(client: string): Promise<void> {
        const node = this.rows.nodeWorkingOn(this.#requestor(client))
        if (node === undefined) throw new Error(`no node works on ${client}`)
        await this.options.instance.killNode(node)
        this.counts.nodesKilled += 1
        this.#agenda.add(this.#now + DOWN, () => this.options.instance.startNode(node))
    }

    /** Runs the simulation, through a proxy that gets its faults from here. */
    async play(proxy: FaultyProxy): Promise<void> {
        this.#proxy = proxy
        const { start, days, onDay } = this.options
        this.#plan()
        const end = start + days * DAY
        let day = -1
        for (;;) {
            const next = Math.min(this.#agenda.next, this.rows.nextRun(this.#now, GRID))
            if (next >= end) break
            await this.#setClock(next)
            const today = Math.floor((next - start) / DAY)
            if (today > day) onDay?.((day = today))
            await this.#agenda.runUntil(next)
            if (next % GRID === 0 && this.rows.isDue(next)) await this.#run(REFRESH)
        }
        await this.#setClock(end)
    }

    /** Refreshes each existing connection by the script include; returns the outcomes by client id. */
    async check(): Promise<Map<string, string>> {
        this.#asker = 'check'
        const outcomes = new Map<string, string>()
        for (const [id, connection] of this.made) {
            outcomes.set(id, await refreshNow(this.options.instance, connection))
        }
        return outcomes
    }

    /** Fingerprints of the instance's refresh tokens by client id. */
    async storedTokens(): Promise<Map<string, string>> {
        const stored = new Map<string, string>()
        for (const [id, connection] of this.made)
            stored.set(id, fingerprint(await refreshTokenOf(this.options.instance, connection)))
        return stored
    }

    #requestor(client: string): string {
        return sysIdOf(`requestor ${client}`)
    }

    #outage() {
        const passed = this.#now - this.options.start
        return this.options.faults.outages.find(({ from, to }) => from <= passed && passed < to)
    }

    #plan(): void {
        const { start, days, connections, faults, instance, provider } = this.options
        for (const plan of connections) {
            this.#agenda.add(start + (plan.from ?? 0) * DAY, () => this.#connect(plan))
            if (plan.to !== undefined) this.#agenda.add(start + plan.to * DAY, () => this.#remove(plan))
            this.#planUses(plan)
        }
        this.#agenda.add(start + MINUTE, () => makeRules(instance))
        for (let day = 0; day < days; day += SEARCH_DAYS)
            this.#agenda.add(start + day * DAY + 10 * MINUTE, () => this.#run(FIND))
        for (const { at, client } of faults.revocations)
            this.#agenda.add(start + at, () => provider.revoke(client))
        for (const { at, node } of faults.nodeRestarts) {
            this.#agenda.add(start + at, async () => {
                await instance.killNode(node)
                await instance.startNode(node)
            })
        }
        for (const at of faults.instanceRestarts) {
            this.#agenda.add(start + at, async () => {
                this.counts.instanceRestarts += 1
                await instance.restart()
            })
        }
    }

    #planUses({ id, usedEveryDays, from = 0, to = this.options.days }: ConnectionPlan): void {
        if (usedEveryDays === null) return
        const random = createRandom(`${this.options.seed} uses ${id}`)
        const step = () => random.between(0.3, 1.7) * usedEveryDays * DAY
        for (let at = from * DAY + step(); at < to * DAY; at += step())
            this.#agenda.add(this.options.start + at, () => this.#use(id))
    }

    async #connect(plan: ConnectionPlan): Promise<void> {
        const { instance, provider, secret } = this.options
        const at = { issuer: provider.issuer, tokenUrl: this.#proxy.tokenUrl, secret }
        const connection = await registerConnection(instance, plan, at)
        this.made.set(plan.id, connection)
        if (plan.refreshTokenS !== null) await this.#consent(plan.id)
        this.#findSoon()
    }

    async #remove({ id, table }: ConnectionPlan): Promise<void> {
        await asAdmin(this.options.instance, 'DELETE', `/api/now/table/${table}/${this.#requestor(id)}`)
        this.made.delete(id)
        this.#findSoon()
    }

    /** The next hourly search that finds something. */
    #findSoon(): void {
        const next = Math.ceil((this.#now - 10 * MINUTE) / HOUR) * HOUR + 10 * MINUTE
        this.#agenda.add(next, () => this.#run(FIND))
    }

    async #use(id: string): Promise<void> {
        const connection = this.made.get(id)
        if (!connection) return
        this.#asker = 'script'
        const status = await callApi(this.options.instance, connection, `${this.#proxy.apiUrl}/${id}`)
        this.uses.push({ at: this.#now, client: id, status })
    }

    async #run(name: string): Promise<void> {
        this.#asker = 'job'
        this.counts[name === FIND ? 'searches' : 'jobs'] += 1
        await asAdmin(this.options.instance, 'POST', '/local/jobs/run', { name })
        this.rows.look()
        this.#readMails()
    }

    /** A user reads a request for reauthorization, and grants consent some time later. */
    #readMails(): void {
        for (const { mail, requestor } of this.rows.callsForPerson()) {
            if (this.#mailsRead.has(mail)) continue
            this.#mailsRead.add(mail)
            const id = [...this.made].find(([, connection]) => connection.requestor === requestor)?.[0]
            if (id === undefined) continue
            const random = createRandom(`${this.options.seed} person ${id} ${this.#mailsRead.size}`)
            this.#agenda.add(this.#now + random.between(0.3, 4) * DAY, () => this.#mend(id))
        }
    }

    async #mend(id: string): Promise<void> {
        const outage = this.#outage()
        if (outage) return this.#agenda.add(this.options.start + outage.to + 2 * HOUR, () => this.#mend(id))
        if (this.made.has(id)) await this.#consent(id)
    }

    async #consent(id: string): Promise<void> {
        const connection = this.made.get(id)
        if (!connection) return
        this.#asker = 'consent'
        this.counts.consents += 1
        await consent(this.options.instance, connection)
        // The job notices the consent at its next run; runs without work are not simulated.
        this.#agenda.add(Math.ceil((this.#now + 1) / GRID) * GRID, () => this.#run(REFRESH))
    }

    async #setClock(ms: number): Promise<void> {
        this.#now = ms
        this.options.instance.clock.set(ms)
        await this.options.provider.setClock(ms)
    }
}
