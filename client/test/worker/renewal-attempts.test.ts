import { access, json, refresh, refusal } from './support/scripted-instance'
import { PATH, signInForRenewal, TOKENS, type RenewalFixture } from './support/renewal-fixture'

describe('when renewals are attempted', () => {
    let session: RenewalFixture
    beforeEach(async () => {
        session = await signInForRenewal()
    })

    it.each([
        ['a network fault', () => new TypeError('Failed to fetch')],
        ['500', () => json({}, 500)],
        ['502 with invalid_grant of a gateway', () => refusal('invalid_grant', 502)],
        ['503', () => refusal('temporarily_unavailable', 503)],
        ['429', () => refusal('temporarily_unavailable', 429)],
        ['200 with a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
        ['200 without an access token', () => json({ refresh_token: refresh(7) })],
        ['200 with null', () => json(null)],
        ['400 invalid_request', () => refusal('invalid_request')],
        ['403', () => refusal('temporarily_unavailable', 403)],
    ])('H39 %s keeps the tokens and the session', async (_, answer) => {
        session.lapse()
        session.onRenewal(answer)
        const failed = await session.fixture.pass(session.page.get(PATH))
        expect(failed).toMatchObject({ ok: false, error: { kind: 'request' } })
        expect(['network', 'http']).toContain(!failed.ok && failed.error.code)
        delete session.instance.on[TOKENS]
        await session.fixture.clock.advance(60_000)
        expect((await session.page.get(PATH)).ok).toBe(true)
        expect(session.renewals().at(-1)!.form['refresh_token']).toBe(refresh(1))
        expect(session.page.notices).toEqual([])
    })

    it('H39 attempts follow with exponential back-off and jitter, and then pause', async () => {
        const pauses = async (random: number) => {
            session = await signInForRenewal({}, random)
            session.lapse()
            session.onRenewal(() => new TypeError('Failed to fetch'))
            const times: number[] = []
            const failed = session.page.get(PATH)
            const start = session.fixture.clock.performance.now()
            let known = 0
            for (let t = 0; t < 5000; t += 50) {
                await session.fixture.clock.advance(50)
                if (session.renewals().length > known)
                    times.push(session.fixture.clock.performance.now() - start)
                known = session.renewals().length
            }
            await failed
            return times
        }
        const [first, second, third] = await pauses(0.5)
        expect(first).toBe(50)
        expect(third! - second!).toBeGreaterThan((second! - first!) * 1.5)
        expect((await pauses(0.9))[1]! - first!).toBeGreaterThan(second! - first!)
        // During the pause a call fails at once with the last failure.
        session = await signInForRenewal()
        session.lapse()
        session.onRenewal(() => new TypeError('Failed to fetch'))
        await session.fixture.pass(session.page.get(PATH))
        const { length } = session.renewals()
        expect(await session.page.get(PATH)).toMatchObject({ ok: false, error: { code: 'network' } })
        expect(session.renewals()).toHaveLength(length)
    })

    it('H39 Retry-After is honoured', async () => {
        session.lapse()
        let count = 0
        session.onRenewal(() =>
            count++
                ? json({ access_token: (session.instance.good = access(9)) })
                : refusal('temporarily_unavailable', 429, { 'retry-after': '20' })
        )
        const call = session.page.get(PATH)
        await session.fixture.clock.advance(19_000)
        expect(session.renewals()).toHaveLength(1)
        await session.fixture.clock.advance(2000)
        expect((await call).ok).toBe(true)
        expect(session.renewals()).toHaveLength(2)
    })

    it('H39 a long Retry-After is reported to the caller, and no renewal is sent before it', async () => {
        session.lapse()
        session.onRenewal(() => refusal('temporarily_unavailable', 503, { 'retry-after': '600' }))
        const error = { code: 'http', status: 503, retryAfter: 600 }
        expect(await session.page.get(PATH)).toMatchObject({ ok: false, error })
        await session.fixture.clock.advance(500_000)
        expect(await session.page.get(PATH)).toMatchObject({ ok: false, error })
        expect(session.renewals()).toHaveLength(1)
        delete session.instance.on[TOKENS]
        await session.fixture.clock.advance(100_001)
        expect((await session.page.get(PATH)).ok).toBe(true)
    })

    it('H39 a renewal without a response times out and releases its lock', async () => {
        session.lapse()
        session.onRenewal(() => new Promise(() => {}))
        expect(await session.fixture.pass(session.page.get(PATH))).toMatchObject({
            ok: false,
            error: { code: 'network' },
        })
        expect(session.fixture.locks.held().filter((name) => name.includes('renewal'))).toEqual([])
    })

    // Half an hour, a day and the shortest life, each less the lead; the other timer ends the sign-in's requests.
    it.each([
        ...[undefined, 0, -1, -1e12, 'soon', '', null, NaN, {}, []].map((value) => [value, 1_710_000, 0]),
        ...[1e12, '1e12'].map((value) => [value, 86_310_000, 0]),
        [true, 4250, 14],
    ] as [unknown, number, number][])(
        'H42 expires_in %p makes no busy loop and no invalid timer',
        async (expires_in, renewalMs, count) => {
            session = await signInForRenewal({ expires_in })
            expect(session.fixture.clock.pending()).toContain(renewalMs)
            expect(session.fixture.clock.pending()).toHaveLength(2)
            for (let n = 0; n < 15; n++) {
                await session.fixture.clock.advance(4000)
                expect((await session.page.get(PATH)).ok).toBe(true)
            }
            expect(session.renewals()).toHaveLength(count)
        }
    )

    it.each([
        [3600, 3480],
        ['3600', 3480],
        [10, 8],
    ])('H42 expires_in %p is renewed before the expiry', async (expires_in, latest) => {
        session = await signInForRenewal({ expires_in })
        await session.fixture.clock.advance(latest * 1000 - 1)
        expect(session.renewals()).toHaveLength(0)
        await session.fixture.clock.advance((Number(expires_in) - latest) * 1000)
        expect(session.renewals()).toHaveLength(1)
    })

    it('H43 a jump of the wall clock triggers no renewal and expires no token', async () => {
        const real = Date.now
        try {
            for (const jump of [3_600_000, -3_600_000, 86_400_000]) {
                Date.now = () => real() + jump
                expect((await session.page.get(PATH)).ok).toBe(true)
            }
            expect(session.renewals()).toHaveLength(0)
        } finally {
            Date.now = real
        }
    })

    it('H43 after a sleep past the expiry, one renewal, and all calls succeed', async () => {
        // Monotonic time did not advance.
        session.lapse()
        expect((await session.all(5)).every(({ ok }) => ok)).toBe(true)
        expect(session.renewals()).toHaveLength(1)
        // Monotonic time advanced: the expiry is known before any call.
        session = await signInForRenewal()
        session.fixture.clock.performance.now = () => 9_000_000
        session.lapse()
        const before = session.instance.seen.length
        expect((await session.all(5)).every(({ ok }) => ok)).toBe(true)
        expect(session.instance.seen.slice(before).map(({ path }) => path)).toHaveLength(6)
        expect(session.renewals()).toHaveLength(1)
    })

    it('runs before the expiry while the connection is used, and only once while it is idle', async () => {
        await session.fixture.clock.advance(7_200_000)
        expect(session.renewals()).toHaveLength(1)
        await session.fixture.clock.advance(3 * 7_200_000)
        expect(session.renewals()).toHaveLength(1)
        expect((await session.page.get(PATH)).ok).toBe(true)
        expect(session.renewals()).toHaveLength(2)
        await session.fixture.clock.advance(7_200_000)
        expect(session.renewals()).toHaveLength(3)
    })

    it('renews near the expiry in the background of a call', async () => {
        await session.fixture.clock.advance(7_200_000)
        session.fixture.clock.performance.now = () => 2 * 7_150_000
        session.onRenewal(() => new Promise(() => {}))
        expect((await session.page.get(PATH)).ok).toBe(true)
        expect(session.renewals()).toHaveLength(2)
    })
})
