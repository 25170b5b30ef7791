import { asAdmin } from '../echo/as-admin'
import type { Connection } from '../echo/register-provider'
import { refreshTokenOf } from '../echo/tokens'
import { Agenda } from './agenda'
import type { ConnectionPlan } from './connections'
import { Mailbox } from './mailbox'
import { fingerprint, type Asker, type Fate, type Fault, type FaultyProxy } from './proxy'
import { createRandom } from './random'
import { consent, makeRules, registerConnection, sysIdOf } from './set-up'
import { callApi, refreshNow } from './scripts'
import { StatusRows } from './status-rows'
import type { Use } from './use'
import type { WorldOptions } from './world-options'

const REFRESH = 'OpenFin: refresh OAuth tokens'
const FIND = 'OpenFin: find OAuth tokens'
const NOTICES = 'OpenFin: expiry notices'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The refresh job's interval. */
const GRID = 3 * MINUTE
/** The search runs hourly; runs that find nothing new are simulated at this interval only, in days. */
const SEARCH_DAYS = 2
/** Time of day of the notices: a minute after the app's own, so that no refresh has the same. */
const NOTICES_AT = 5.5 * HOUR + MINUTE
/** Downtime of a killed node. */
const DOWN = 2 * HOUR

/** Advances the time of instance and provider together, from one due action to the next. */
export class World implements Fate {
    readonly uses: Use[] = []
    readonly counts = { jobs: 0, searches: 0, notices: 0, consents: 0, nodesKilled: 0, instanceRestarts: 0 }
    readonly rows: StatusRows
    readonly made = new Map<string, Connection>()
    /** When the expiry notices ran, in ms since 1970. */
    readonly noticeRuns: number[] = []
    #proxy!: FaultyProxy
    #now: number
    #asker: Asker = 'consent'
    #isNodeDown = false
    readonly #agenda = new Agenda()
    readonly #mailbox: Mailbox

    constructor(private readonly options: WorldOptions) {
        this.#now = options.start
        this.rows = new StatusRows(options.instance)
        this.#mailbox = new Mailbox(this.rows, options.connections)
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
        // Nodes only run jobs, and one of them always lives.
        const isSafe = by === 'job' && !this.#isNodeDown && this.rows.nodeWorkingOn(this.#requestor(client))
        if (fault?.kind === 'node killed' && !isSafe) return null
        burst?.faults.shift()
        return fault
    }

    async killNode(client: string): Promise<void> {
        const node = this.rows.nodeWorkingOn(this.#requestor(client))
        if (node === undefined) throw new Error(`no node works on ${client}`)
        await this.options.instance.killNode(node)
        this.counts.nodesKilled += 1
        this.#isNodeDown = true
        this.#agenda.add(this.#now + DOWN, async () => {
            this.#isNodeDown = false
            await this.options.instance.startNode(node)
        })
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
        for (let day = 0; day < days; day++)
            this.#agenda.add(start + day * DAY + NOTICES_AT, () => this.#run(NOTICES))
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
        this.counts[name === REFRESH ? 'jobs' : name === FIND ? 'searches' : 'notices'] += 1
        if (name === NOTICES) this.noticeRuns.push(this.#now)
        await asAdmin(this.options.instance, 'POST', '/local/jobs/run', { name })
        this.rows.look()
        this.#readMails()
    }

    /** Owners read requests for consent, and grant it some time later. */
    #readMails(): void {
        this.#mailbox.read(this.made, (id) => {
            const random = createRandom(`${this.options.seed} person ${id} ${this.#mailbox.count}`)
            this.#agenda.add(this.#now + random.between(0.3, 4) * DAY, () => this.#mend(id))
        })
    }

    async #mend(id: string): Promise<void> {
        const outage = this.#outage()
        if (outage) return this.#agenda.add(this.options.start + outage.to + 2 * HOUR, () => this.#mend(id))
        this.#mailbox.mended(id)
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
