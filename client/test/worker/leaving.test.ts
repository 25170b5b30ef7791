import { access, INTEGRATION, json, refresh, USER, type Seen } from './support/scripted-instance'
import { createFixture, PINS, settle, type FixturePage, type WorkerFixture } from './support/worker-fixture'

const PATH = '/api/now/table/incident'
const TOKENS = `${INTEGRATION}/request_tokens`
const REVOKE = `${INTEGRATION}/revoke_token`
const EXPIRED = { ok: false, error: { kind: 'expired', code: 'session_expired' } }
const NOT_CONNECTED = { ok: false, error: { kind: 'request', code: 'disconnected' } }

describe('the end of connections', () => {
    let fixture: WorkerFixture
    beforeEach(() => {
        fixture = createFixture()
    })
    const open = async (page = fixture.page()): Promise<FixturePage> => {
        expect((await page.connect()).user).toEqual(USER)
        return page
    }
    const revoked = () => fixture.instance.to(REVOKE).map(({ form }) => form['token'])
    /** Everything reachable from the worker's modules: the locks, and later messages. */
    const isSilent = async (page: FixturePage) => {
        const before = fixture.instance.seen.length
        expect(await page.get(PATH)).toMatchObject(NOT_CONNECTED)
        await fixture.clock.advance(2 * 86_400_000)
        expect(fixture.instance.seen).toHaveLength(before)
        expect(fixture.clock.pending()).toEqual([])
    }

    it('disconnect revokes both tokens and deletes them', async () => {
        const page = await open()
        expect(await page.disconnect()).toEqual({ ok: true })
        expect(fixture.instance.to(REVOKE).map(({ form }) => form)).toEqual([
            { token: refresh(1), token_type_hint: 'refresh_token', client_id: 'a1b2c3' },
            { token: access(1), token_type_hint: 'access_token', client_id: 'a1b2c3' },
        ])
        expect(fixture.instance.to(REVOKE).every(({ init }) => init.keepalive)).toBe(true)
        expect(fixture.locks.held()).toEqual([])
        await isSilent(page)
    })

    it('revoke: never keeps the tokens valid at the instance', async () => {
        const page = await open()
        await page.disconnect('never')
        expect(revoked()).toEqual([])
        await isSilent(page)
    })

    it('waits for a limited time for an instance that does not respond', async () => {
        const page = await open()
        fixture.instance.on[REVOKE] = () => new Promise(() => {})
        const leaving = page.disconnect()
        await fixture.clock.advance(3001)
        expect(await leaving).toEqual({ ok: true })
    })

    it.each(['a network fault', '500'])('completes although the revocation fails by %s', async (what) => {
        const page = await open()
        fixture.instance.on[REVOKE] = () =>
            what === '500' ? json({}, 500) : new TypeError('Failed to fetch')
        expect(await page.disconnect()).toEqual({ ok: true })
        await isSilent(page)
    })

    it('H38 a renewal that completes after disconnect is discarded and revoked', async () => {
        const page = await open()
        fixture.instance.good = 'none'
        let answer = (_: Response) => {}
        const isRenewal = ({ form }: Seen) => form['grant_type'] === 'refresh_token'
        fixture.instance.on[TOKENS] = (seen) =>
            isRenewal(seen) ? new Promise((resolve) => (answer = resolve)) : undefined
        const call = page.get(PATH)
        await settle()
        const leaving = page.disconnect()
        await settle()
        expect(revoked()).toEqual([])
        answer(json({ access_token: (fixture.instance.good = access(7)), refresh_token: refresh(7) }))
        expect(await leaving).toEqual({ ok: true })
        expect(revoked()).toEqual([refresh(7), access(7)])
        expect((await call).ok).toBe(false)
        expect(fixture.instance.to(PATH)).toHaveLength(1)
        await isSilent(page)
    })

    it('H38 a renewal that fails after disconnect is not retried', async () => {
        const page = await open()
        fixture.instance.good = 'none'
        let answer = (_: Error) => {}
        fixture.instance.on[TOKENS] = () => new Promise((resolve) => (answer = resolve))
        const call = page.get(PATH)
        await settle()
        const leaving = page.disconnect()
        answer(new TypeError('Failed to fetch'))
        await leaving
        expect(revoked()).toEqual([refresh(1), access(1)])
        expect((await call).ok).toBe(false)
        await isSilent(page)
    })

    it('H38 a renewal that waits for another window’s lock is not sent after disconnect', async () => {
        const page = await open()
        let leave = () => {}
        const renewal = `openfin-servicenow-client ${PINS.instanceUrl} ${PINS.clientId} renewal`
        void fixture.locks.request(renewal, () => new Promise<void>((resolve) => (leave = resolve)))
        fixture.instance.good = 'none'
        const call = page.get(PATH)
        await settle()
        const leaving = page.disconnect()
        await settle()
        leave()
        expect(await leaving).toEqual({ ok: true })
        expect((await call).ok).toBe(false)
        expect(fixture.instance.grants('refresh_token')).toEqual([])
        expect(revoked()).toEqual([refresh(1), access(1)])
    })

    it('H38 a shared worker deletes the tokens, and the next sign-in is a new one', async () => {
        const worker = fixture.worker()
        const page = await open(fixture.page(worker))
        await page.disconnect()
        const next = fixture.page(worker)
        expect(await next.init()).toEqual({ ok: true })
        expect((await next.ask({ type: 'begin', scope: [], params: {} })).url).toBeTruthy()
    })

    it('H49 a second disconnect does nothing', async () => {
        const page = await open()
        expect(await Promise.all([page.disconnect(), page.disconnect()])).toEqual([
            { ok: true },
            { ok: true },
        ])
        expect(await page.disconnect()).toEqual({ ok: true })
        expect(revoked()).toHaveLength(2)
    })

    it('H49 during a call: its request ends, and nothing is sent again', async () => {
        const page = await open()
        fixture.instance.on[PATH] = () => new Promise(() => {})
        const calls = [page.get(PATH, { retry: 2 }), page.get(PATH)]
        await settle()
        await page.disconnect()
        for (const call of calls) expect((await fixture.pass(call)).ok).toBe(false)
        expect(fixture.instance.to(PATH)).toHaveLength(2)
        expect(fixture.instance.to(PATH).every(({ init }) => init.signal!.aborted)).toBe(true)
    })

    it('H49 during a sign-in: a code that arrives later is not sent', async () => {
        const page = fixture.page()
        await page.init()
        const { state } = await page.ask({ type: 'begin', scope: [], params: {} })
        await page.disconnect()
        expect((await page.ask({ type: 'finish', state, code: 'c' })).ok).toBe(false)
        expect(fixture.instance.seen).toEqual([])
    })

    describe.each(['windows of their own', 'a shared worker'])('H50 with %s', (what) => {
        let pages: FixturePage[]
        beforeEach(async () => {
            const worker = fixture.worker()
            pages = []
            for (let n = 0; n < 3; n++) {
                pages.push(await open(what === 'a shared worker' ? fixture.page(worker) : fixture.page()))
                // The platform gives a user and client the same token again (DOCS r_OAuthAPIRequestParameters).
                fixture.instance.tokens = { access_token: access(1) }
            }
        })

        it('the first disconnect keeps the others alive, the last one revokes', async () => {
            await pages[0]!.disconnect()
            await pages[1]!.disconnect()
            expect(revoked()).toEqual([])
            expect((await pages[2]!.get(PATH)).ok).toBe(true)
            await pages[2]!.disconnect()
            expect(revoked()).toEqual([refresh(1), access(1)])
        })

        it('concurrent disconnects revoke once', async () => {
            await Promise.all(pages.map((page) => page.disconnect()))
            expect(revoked()).toEqual([refresh(1), access(1)])
            expect(fixture.locks.held()).toEqual([])
        })

        it('a connection of another client or user does not count', async () => {
            fixture.instance.on[`${INTEGRATION}/user_info`] = () =>
                json({ result: { ...USER, sys_id: 'f'.repeat(32) } })
            const other = await fixture.page().connect()
            expect(other.ok).toBe(true)
            for (const page of pages) await page.disconnect()
            expect(revoked()).toEqual([refresh(1), access(1)])
        })

        it('revoke: always ends the others, which are notified', async () => {
            await pages[0]!.disconnect('always')
            expect(revoked()).toEqual([refresh(1), access(1)])
            fixture.instance.good = 'none'
            fixture.instance.on[TOKENS] = () => json({ error: { code: 'invalid_grant' } }, 400)
            for (const page of pages.slice(1)) {
                expect(await page.get(PATH)).toMatchObject(EXPIRED)
                expect(page.notices).toEqual([{ type: 'session_expired' }])
            }
            expect(pages[0]!.notices).toEqual([])
        })
    })

    it('a page that ended without disconnect does not keep the session', async () => {
        const worker = fixture.worker()
        let die = () => {}
        void fixture.locks.request('page one', () => new Promise<void>((resolve) => (die = resolve)))
        const [one, two] = [fixture.page(worker), fixture.page(worker)]
        const { init } = one
        one.init = (pins) => (pins ? init(pins) : one.ask({ type: 'init', pins: PINS, alive: 'page one' }))
        await open(one)
        await open(two)
        die()
        await settle()
        expect(await one.get(PATH)).toMatchObject(NOT_CONNECTED)
        await two.disconnect()
        expect(revoked()).toEqual([refresh(1), access(1)])
    })
})
