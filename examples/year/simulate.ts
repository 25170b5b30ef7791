import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanForSecrets } from './canaries'
import type { ConnectionPlan } from './connections'
import { planFaults, type FaultPlan, type FaultWishes } from './faults'
import { startFaultyProxy, type FaultyProxy } from './proxy'
import { RunningInstance } from './running-instance'
import { startProvider } from './start-provider'
import type { ExpiryNotice } from './status-rows'
import { judge, type Verdict } from './verdict'
import { World } from './world'

/** Options of the simulation. */
export interface Simulation extends FaultWishes {
    /** Root folder of the project. */
    root: string
    /** Start, in ms since 1970. */
    start: number
    /** Deploys the app to a new instance. */
    deploy(instance: { url: string }): Promise<unknown>
    /** A copy of a deployed instance's data, in place of an empty one; `deploy` may do nothing then. */
    data?(folder: string): void
    onDay?(day: number): void
    step<T>(name: string, work: () => Promise<T>): Promise<T>
}

/** Result of the simulation. */
export interface Simulated {
    plan: FaultPlan
    proxy: Pick<FaultyProxy, 'passed'>
    world: World
    verdict: Verdict
    /** Expiry notices of the app. */
    notices: ExpiryNotice[]
}

/** Long, and one word, so that it can be found wherever it leaks. */
const SECRET = 'the-secret-of-all-registrations-at-the-provider'

/** Starts an instance with two nodes and a rotating provider, advances time, and checks the result. */
export async function simulate(wishes: Simulation): Promise<Simulated> {
    const { root, start, days, connections, step } = wishes
    const data = mkdtempSync(join(tmpdir(), 'simulation-'))
    const ends: (() => Promise<void>)[] = []
    try {
        wishes.data?.(data)
        const instance = await step('start a local instance with two nodes', () =>
            RunningInstance.start({ data, now: start })
        )
        ends.push(() => instance.close())
        await step('deploy the app', () => wishes.deploy(instance))
        const provider = await step('start a provider that rotates refresh tokens', () =>
            startProvider(root, {
                now: start,
                clients: connections.map((plan) => clientOf(plan, instance.url)),
            })
        )
        ends.push(() => provider.close())
        const plan = planFaults(wishes)
        const world = new World({
            ...wishes,
            faults: structuredClone(plan),
            instance,
            provider,
            secret: SECRET,
        })
        const proxy = await startFaultyProxy(
            {
                issuer: provider.issuer,
                secretOf: () => SECRET,
                toldLifespanOf: (client) => {
                    const told = connections.find(({ id, tellsEnd }) => id === client && tellsEnd)
                    return told?.refreshTokenS ?? null
                },
            },
            world
        )
        ends.push(() => proxy.close())
        await step(`let ${days} days pass`, () => world.play(proxy))
        const verdict = await step('judge what came out', async () => {
            const told = { events: world.rows.events(), mails: world.rows.mails() }
            const announced = { events: world.rows.noticeEvents(), mails: world.rows.noticeMails() }
            const [living, stored] = [await provider.living(), await world.storedTokens()]
            const outcomes = await world.check()
            const scan = scanForSecrets(instance, proxy.secrets)
            return judge({
                ...{ connections, plan, start, days, passed: proxy.passed, made: world.made },
                failuresBeforeNotice: Number(
                    instance.store.property('x_opfi_openfin.token_refresh.failures_before_event')
                ),
                noticeRuns: world.noticeRuns,
                ...{ told, announced, living, stored, outcomes, scan, uses: world.uses },
            })
        })
        return { notices: world.rows.noticeEvents(), plan, proxy: { passed: proxy.passed }, world, verdict }
    } finally {
        for (const end of ends.reverse()) await end()
        rmSync(data, { recursive: true, force: true })
    }
}

function clientOf(plan: ConnectionPlan, instanceUrl: string) {
    const { id, accessTokenS, refreshTokenS, endsWithConsent = false } = plan
    const redirectUri = `${instanceUrl}/oauth_redirect.do`
    return { id, secret: SECRET, redirectUri, accessTokenS, refreshTokenS, endsWithConsent }
}
