import type { Connection } from '../../examples/echo/register-provider'
import { asAdmin } from '../../examples/echo/as-admin'
import { refreshTokenOf } from '../../examples/echo/tokens'
import { FIND, REFRESH, RefreshFixture } from './fixture'
import { rotatingConnections } from './rotating-connections'
import { startRotatingProvider, type RotatingProvider } from './rotating-provider'

const HOUR = 3600
const CLAIM_S = 900

/** Two nodes over one database, and a provider that revokes a token when it is sent twice. */
describe('H66 concurrent work on one token', () => {
    let fixture: RefreshFixture
    let provider: RotatingProvider

    beforeAll(async () => {
        fixture = await RefreshFixture.start({ nodes: 2 })
        fixture.instance.records.snapshot()
    })
    beforeEach(async () => {
        provider = await startRotatingProvider(HOUR)
    })
    afterEach(async () => {
        await provider.close()
        fixture.instance.records.restore()
    })
    afterAll(() => fixture.close())

    const connect = (count: number) => rotatingConnections(fixture, { tokenUrl: provider.tokenUrl, count })

    const kill = (node: number, restart = false) =>
        asAdmin(fixture.instance, 'POST', '/local/nodes/kill', { node, restart })

    it('two runs at once, on two nodes: each token is sent once', async () => {
        const connections = await connect(16)
        for (let round = 1; round <= 2; round++) {
            fixture.later(HOUR)
            await Promise.all([fixture.run(REFRESH), fixture.run(REFRESH)])
            expect(provider.asked).toHaveLength(16 * round)
            expect(new Set(provider.asked).size).toBe(16 * round)
        }
        expect(provider.reused).toEqual([])
        expect(await fixture.rows('outcome=refreshed')).toHaveLength(connections.length)
        const runs = fixture.stored('x_opfi_openfin_refresh_run')
        expect(runs.reduce((sum, { claimed }) => sum + Number(claimed), 0)).toBe(32)
        expect(fixture.stored('x_opfi_openfin_refresh_claim')).toEqual([])
        // Both nodes took part.
        const nodes = fixture
            .stored('sysevent', 'name=x_opfi_openfin.token_due')
            .map((one) => one['claimed_by'])
        expect(new Set(nodes).size).toBe(2)
    })

    it('a run that begins during another one leaves that one’s tokens alone', async () => {
        await connect(3)
        fixture.later(HOUR)
        const release = provider.hold('after')
        const first = fixture.run(REFRESH)
        await provider.waiting(1)
        fixture.later(180)
        const second = fixture.run(REFRESH)
        // The second run's own transaction ends before any response; its wait for events ends with the
        // first's.
        release()
        await Promise.all([first, second])
        expect(provider.reused).toEqual([])
        expect(provider.asked).toHaveLength(3)
    })

    it('a node is killed before the provider receives its request: the claim expires, nothing is lost', async () => {
        await connect(6)
        fixture.later(HOUR)
        const release = provider.hold('before')
        const run = fixture.run(REFRESH)
        await provider.waiting(2)
        await kill(2)
        await provider.abandoned(1)
        release()
        expect((await run).nodes_lost).toBe(1)
        await kill(2, true)
        expect(await fixture.rows('outcome=refreshed')).toHaveLength(5)
        const [lost] = await fixture.rows('claimed_byISNOTEMPTY')
        expect(lost?.outcome).toBe('valid')
        // While the claim is valid, no other node sends a request.
        fixture.later(CLAIM_S - 60)
        expect((await fixture.run(REFRESH)).outbound_calls).toBe(0)
        fixture.later(61)
        await fixture.run(REFRESH)
        expect(await fixture.rows('outcome=refreshed')).toHaveLength(6)
        expect(provider.reused).toEqual([])
        expect(await fixture.notified()).toEqual([])
        expect(fixture.stored('x_opfi_openfin_refresh_run', 'own=1')).toHaveLength(1)
    })

    it('a node is killed during the response: only that token is reported as reauthorize, once', async () => {
        await connect(6)
        fixture.later(HOUR)
        const release = provider.hold('after')
        const run = fixture.run(REFRESH)
        await provider.waiting(2)
        await kill(2)
        release()
        await run
        await kill(2, true)
        fixture.later(CLAIM_S + 1)
        await fixture.run(REFRESH)
        expect(await fixture.rows('outcome=refreshed')).toHaveLength(5)
        expect(await fixture.rows('outcome=reauthorize')).toHaveLength(1)
        expect(provider.reused).toHaveLength(1)
        fixture.later(HOUR)
        await fixture.run(REFRESH)
        expect(provider.reused).toHaveLength(1)
        expect(await fixture.notified()).toEqual(['token_reauthorize'])
    })

    it('both nodes are killed while the job runs: the next run continues', async () => {
        await connect(2)
        fixture.later(HOUR)
        const release = provider.hold('before')
        const run = fixture.run(REFRESH).catch(() => undefined)
        await provider.waiting(2)
        await kill(1)
        await kill(2)
        await provider.abandoned(2)
        release()
        await run
        await kill(1, true)
        await kill(2, true)
        fixture.later(CLAIM_S + 1)
        await fixture.run(REFRESH)
        expect(await fixture.rows('outcome=refreshed')).toHaveLength(2)
        expect(provider.reused).toEqual([])
    })

    it('a call during the job’s request: retry_later, without a request of its own', async () => {
        const [connection] = (await connect(1)) as [Connection]
        fixture.later(HOUR)
        const release = provider.hold('after')
        const run = fixture.run(REFRESH)
        await provider.waiting(1)
        for (const method of ['checkAndRefresh', 'refresh'] as const)
            expect(await fixture.call(method, connection)).toMatchObject({
                outcome: 'retry_later',
                message: 'Another refresh of this token is in progress.',
            })
        release()
        await run
        expect(provider.asked).toHaveLength(1)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed', failures: '0' })
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'valid' })
    })

    it('the job during a call’s request: it leaves the token to the call', async () => {
        const [connection] = (await connect(1)) as [Connection]
        fixture.later(HOUR)
        const release = provider.hold('after')
        const call = fixture.call('refresh', connection)
        await provider.waiting(1)
        expect((await fixture.run(REFRESH)).outbound_calls).toBe(0)
        release()
        expect(await call).toMatchObject({ outcome: 'refreshed' })
        expect(provider.asked).toHaveLength(1)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed', claimed_by: '' })
        expect(fixture.stored('x_opfi_openfin_refresh_claim')).toEqual([])
    })

    it('a lost response is reported as reauthorize, not hidden', async () => {
        const [connection] = (await connect(1)) as [Connection]
        fixture.later(HOUR)
        // Another user of the same token, such as a restored copy of the instance.
        const used = await refreshTokenOf(fixture.instance, connection)
        await fetch(provider.tokenUrl, {
            method: 'POST',
            body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: used }),
        })
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'reauthorize', next_attempt: '' })
        expect(await fixture.notified()).toEqual(['token_reauthorize'])
    })

    it('two concurrent searches create one row per token', async () => {
        const connections = await connect(8)
        fixture.instance.records.deleteMultiple('x_opfi_openfin_token_status', '')
        await Promise.all([fixture.run(FIND), fixture.run(FIND)])
        expect(await fixture.rows()).toHaveLength(connections.length)
    })
})
