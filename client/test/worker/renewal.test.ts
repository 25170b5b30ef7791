import { access, INTEGRATION, json, refresh, refusal, type Seen } from './support/scripted-instance'
import {
    createFixture,
    settle,
    type Answer,
    type FixturePage,
    type WorkerFixture,
} from './support/worker-fixture'

const EXPIRED = { ok: false, error: { kind: 'expired', code: 'session_expired' } }
const PATH = '/api/now/table/incident'
const TOKENS = `${INTEGRATION}/request_tokens`
const isRenewal = ({ form }: Seen) => form['grant_type'] === 'refresh_token'

describe('renewal', () => {
    let fixture: WorkerFixture
    let page: FixturePage
    const instance = () => fixture.instance
    const renewals = () => fixture.instance.grants('refresh_token')
    /** Sets responses to renewals only. */
    const onRenewal = (answer: () => Response | Error | Promise<Response>) => {
        fixture.instance.on[TOKENS] = (seen) => (isRenewal(seen) ? answer() : undefined)
    }
    const connected = async (tokens: Record<string, unknown> = {}, random?: number) => {
        fixture = createFixture({ ...(random !== undefined && { random }) })
        instance().tokens = tokens
        page = fixture.page()
        expect((await page.connect()).ok).toBe(true)
    }
    /** Makes the instance reject the access token. */
    const lapse = () => void (instance().good = 'none')
    const all = (count: number) =>
        Promise.all(Array.from({ length: count }, (_, n) => page.get(`${PATH}/${n}`)))
    beforeEach(() => connected())

    it('H36 50 calls with an expired token: one renewal, and each call is repeated once', async () => {
        lapse()
        const answers = await all(50)
        expect(answers.every(({ ok }) => ok)).toBe(true)
        expect(renewals()).toHaveLength(1)
        for (let n = 0; n < 50; n++)
            expect(
                instance()
                    .to(`${PATH}/${n}`)
                    .filter(({ path }) => path.endsWith(`/${n}`))
            ).toHaveLength(2)
    })

    it('H36 a call with a late 401 is repeated with the new token, without another renewal', async () => {
        let release = () => {}
        instance().on[`${PATH}/late`] = (seen) =>
            seen.headers['authorization'] === `Bearer ${access(1)}`
                ? new Promise((resolve) => (release = () => resolve(json({}, 401))))
                : undefined
        const late = page.get(`${PATH}/late`)
        lapse()
        await page.get(PATH)
        release()
        expect((await late).ok).toBe(true)
        expect(renewals()).toHaveLength(1)
    })

    it.each([
        ['invalid_grant', 400],
        ['invalid_grant', 401],
        ['invalid_client', 401],
    ])('H37 a renewal rejected with %s, %d, ends the session for all, once', async (code, status) => {
        lapse()
        onRenewal(() => refusal(code, status))
        const answers = await all(20)
        for (const answer of answers) expect(answer).toMatchObject(EXPIRED)
        expect(renewals()).toHaveLength(1)
        expect(page.notices).toEqual([{ type: 'session_expired' }])
        const before = instance().seen.length
        expect(await page.get(PATH)).toMatchObject(EXPIRED)
        await fixture.clock.advance(86_400_000)
        expect(instance().seen).toHaveLength(before)
        expect(fixture.locks.held()).toEqual([])
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
        lapse()
        onRenewal(answer)
        const failed = await fixture.pass(page.get(PATH))
        expect(failed).toMatchObject({ ok: false, error: { kind: 'request' } })
        expect(['network', 'http']).toContain(!failed.ok && failed.error.code)
        delete instance().on[TOKENS]
        await fixture.clock.advance(60_000)
        expect((await page.get(PATH)).ok).toBe(true)
        expect(renewals().at(-1)!.form['refresh_token']).toBe(refresh(1))
        expect(page.notices).toEqual([])
    })

    it('H39 attempts follow with exponential back-off and jitter, and then pause', async () => {
        const pauses = async (random: number) => {
            await connected({}, random)
            lapse()
            onRenewal(() => new TypeError('Failed to fetch'))
            const times: number[] = []
            const failed = page.get(PATH)
            const start = fixture.clock.performance.now()
            let known = 0
            for (let t = 0; t < 5000; t += 50) {
                await fixture.clock.advance(50)
                if (renewals().length > known) times.push(fixture.clock.performance.now() - start)
                known = renewals().length
            }
            await failed
            return times
        }
        const [first, second, third] = await pauses(0.5)
        expect(first).toBe(50)
        expect(third! - second!).toBeGreaterThan((second! - first!) * 1.5)
        expect((await pauses(0.9))[1]! - first!).toBeGreaterThan(second! - first!)
        // During the pause a call fails at once with the last failure.
        await connected()
        lapse()
        onRenewal(() => new TypeError('Failed to fetch'))
        await fixture.pass(page.get(PATH))
        const { length } = renewals()
        expect(await page.get(PATH)).toMatchObject({ ok: false, error: { code: 'network' } })
        expect(renewals()).toHaveLength(length)
    })

    it('H39 Retry-After is honoured', async () => {
        lapse()
        let count = 0
        onRenewal(() =>
            count++
                ? json({ access_token: (instance().good = access(9)) })
                : refusal('temporarily_unavailable', 429, { 'retry-after': '20' })
        )
        const call = page.get(PATH)
        await fixture.clock.advance(19_000)
        expect(renewals()).toHaveLength(1)
        await fixture.clock.advance(2000)
        expect((await call).ok).toBe(true)
        expect(renewals()).toHaveLength(2)
    })

    it('H39 a long Retry-After is reported to the caller, and no renewal is sent before it', async () => {
        lapse()
        onRenewal(() => refusal('temporarily_unavailable', 503, { 'retry-after': '600' }))
        const error = { code: 'http', status: 503, retryAfter: 600 }
        expect(await page.get(PATH)).toMatchObject({ ok: false, error })
        await fixture.clock.advance(500_000)
        expect(await page.get(PATH)).toMatchObject({ ok: false, error })
        expect(renewals()).toHaveLength(1)
        delete instance().on[TOKENS]
        await fixture.clock.advance(100_001)
        expect((await page.get(PATH)).ok).toBe(true)
    })

    it('H39 a renewal without a response times out and releases its lock', async () => {
        lapse()
        onRenewal(() => new Promise(() => {}))
        expect(await fixture.pass(page.get(PATH))).toMatchObject({ ok: false, error: { code: 'network' } })
        expect(fixture.locks.held().filter((name) => name.includes('renewal'))).toEqual([])
    })

    it('H40 without a refresh token: works until the expiry, then the session ends', async () => {
        await connected({ refresh_token: undefined })
        expect((await page.get(PATH)).ok).toBe(true)
        await fixture.clock.advance(7_300_000)
        expect((await page.get(PATH)).ok).toBe(true)
        lapse()
        expect(await page.get(PATH)).toMatchObject(EXPIRED)
        expect(page.notices).toEqual([{ type: 'session_expired' }])
        expect(renewals()).toEqual([])
    })

    it.each([
        ['echoed', refresh(1), refresh(1)],
        ['another', refresh(2), refresh(2)],
        ['missing', undefined, refresh(1)],
        ['empty', '', refresh(1)],
        ['null', null, refresh(1)],
        ['a number', 7, refresh(1)],
        ['an object', { token: 'x' }, refresh(1)],
        ['with a line break', 'x\r\nX-Evil: 1', refresh(1)],
    ])('H41 a refresh token that is %s', async (_, returned, used) => {
        instance().tokens = { refresh_token: returned }
        lapse()
        expect((await page.get(PATH)).ok).toBe(true)
        lapse()
        expect((await page.get(PATH)).ok).toBe(true)
        expect(renewals().map(({ form }) => form['refresh_token'])).toEqual([refresh(1), used])
    })

    // Half an hour, a day and the shortest life, each less the lead; the other timer ends the sign-in's requests.
    it.each([
        ...[undefined, 0, -1, -1e12, 'soon', '', null, NaN, {}, []].map((value) => [value, 1_710_000, 0]),
        ...[1e12, '1e12'].map((value) => [value, 86_310_000, 0]),
        [true, 4250, 14],
    ] as [unknown, number, number][])(
        'H42 expires_in %p makes no busy loop and no invalid timer',
        async (expires_in, renewalMs, count) => {
            await connected({ expires_in })
            expect(fixture.clock.pending()).toContain(renewalMs)
            expect(fixture.clock.pending()).toHaveLength(2)
            for (let n = 0; n < 15; n++) {
                await fixture.clock.advance(4000)
                expect((await page.get(PATH)).ok).toBe(true)
            }
            expect(renewals()).toHaveLength(count)
        }
    )

    it.each([
        [3600, 3480],
        ['3600', 3480],
        [10, 8],
    ])('H42 expires_in %p is renewed before the expiry', async (expires_in, latest) => {
        await connected({ expires_in })
        await fixture.clock.advance(latest * 1000 - 1)
        expect(renewals()).toHaveLength(0)
        await fixture.clock.advance((Number(expires_in) - latest) * 1000)
        expect(renewals()).toHaveLength(1)
    })

    it('H43 a jump of the wall clock triggers no renewal and expires no token', async () => {
        const real = Date.now
        try {
            for (const jump of [3_600_000, -3_600_000, 86_400_000]) {
                Date.now = () => real() + jump
                expect((await page.get(PATH)).ok).toBe(true)
            }
            expect(renewals()).toHaveLength(0)
        } finally {
            Date.now = real
        }
    })

    it('H43 after a sleep past the expiry, one renewal, and all calls succeed', async () => {
        // Monotonic time did not advance.
        lapse()
        expect((await all(5)).every(({ ok }) => ok)).toBe(true)
        expect(renewals()).toHaveLength(1)
        // Monotonic time advanced: the expiry is known before any call.
        await connected()
        fixture.clock.performance.now = () => 9_000_000
        lapse()
        const before = instance().seen.length
        expect((await all(5)).every(({ ok }) => ok)).toBe(true)
        expect(
            instance()
                .seen.slice(before)
                .map(({ path }) => path)
        ).toHaveLength(6)
        expect(renewals()).toHaveLength(1)
    })

    it('H44 a 401 for a token before its expiry: one renewal and one more attempt; the second 401 is returned to the caller', async () => {
        instance().on[PATH] = () => json({ error: { message: 'User Not Authenticated' } }, 401)
        expect(await page.get(PATH)).toMatchObject({
            ok: false,
            error: { kind: 'request', code: 'http', status: 401 },
        })
        expect(renewals()).toHaveLength(1)
        expect(instance().to(PATH)).toHaveLength(2)
        delete instance().on[PATH]
        expect((await page.get(PATH)).ok).toBe(true)
        expect(page.notices).toEqual([])
    })

    it('runs before the expiry while the connection is used, and only once while it is idle', async () => {
        await fixture.clock.advance(7_200_000)
        expect(renewals()).toHaveLength(1)
        await fixture.clock.advance(3 * 7_200_000)
        expect(renewals()).toHaveLength(1)
        expect((await page.get(PATH)).ok).toBe(true)
        expect(renewals()).toHaveLength(2)
        await fixture.clock.advance(7_200_000)
        expect(renewals()).toHaveLength(3)
    })

    it('renews near the expiry in the background of a call', async () => {
        await fixture.clock.advance(7_200_000)
        fixture.clock.performance.now = () => 2 * 7_150_000
        onRenewal(() => new Promise(() => {}))
        expect((await page.get(PATH)).ok).toBe(true)
        expect(renewals()).toHaveLength(2)
    })

    it('H46 windows with their own workers renew one after the other', async () => {
        const other = fixture.page()
        expect((await other.connect()).ok).toBe(true)
        lapse()
        const waiting: (() => void)[] = []
        let running = 0
        let most = 0
        onRenewal(() => {
            most = Math.max(most, ++running)
            return new Promise((resolve) =>
                waiting.push(() => {
                    running--
                    resolve(json({ access_token: (instance().good = access(8)) }))
                })
            )
        })
        const calls: Promise<Answer>[] = [page.get(PATH), other.get(PATH)]
        await settle()
        for (let n = 0; n < 2; n++) {
            waiting.shift()?.()
            await settle()
        }
        expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true)
        expect(renewals()).toHaveLength(2)
        expect(most).toBe(1)
    })

    it('H46 pages of a shared worker renew once, and are notified of the end together', async () => {
        const worker = fixture.worker()
        const pages = [fixture.page(worker), fixture.page(worker), fixture.page(worker)]
        for (const one of pages) expect((await one.connect()).ok).toBe(true)
        expect(instance().grants('authorization_code')).toHaveLength(2)
        lapse()
        const answers = await Promise.all(pages.flatMap((one) => [one.get(PATH), one.get(PATH)]))
        expect(answers.every(({ ok }) => ok)).toBe(true)
        expect(renewals()).toHaveLength(1)
        lapse()
        onRenewal(() => refusal('invalid_grant'))
        expect(await pages[0]!.get(PATH)).toMatchObject(EXPIRED)
        for (const one of pages) expect(one.notices).toEqual([{ type: 'session_expired' }])
    })
})
