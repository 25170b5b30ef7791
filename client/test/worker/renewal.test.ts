import { access, json, refresh, refusal } from './support/scripted-instance'
import { settle, type Answer } from './support/worker-fixture'
import { EXPIRED, PATH, signInForRenewal, type RenewalFixture } from './support/renewal-fixture'

describe('renewal', () => {
    let session: RenewalFixture
    beforeEach(async () => {
        session = await signInForRenewal()
    })

    it('H36 50 calls with an expired token: one renewal, and each call is repeated once', async () => {
        session.lapse()
        const answers = await session.all(50)
        expect(answers.every(({ ok }) => ok)).toBe(true)
        expect(session.renewals()).toHaveLength(1)
        for (let n = 0; n < 50; n++)
            expect(
                session.instance.to(`${PATH}/${n}`).filter(({ path }) => path.endsWith(`/${n}`))
            ).toHaveLength(2)
    })

    it('H36 a call with a late 401 is repeated with the new token, without another renewal', async () => {
        let release = () => {}
        session.instance.on[`${PATH}/late`] = (seen) =>
            seen.headers['authorization'] === `Bearer ${access(1)}`
                ? new Promise((resolve) => (release = () => resolve(json({}, 401))))
                : undefined
        const late = session.page.get(`${PATH}/late`)
        session.lapse()
        await session.page.get(PATH)
        release()
        expect((await late).ok).toBe(true)
        expect(session.renewals()).toHaveLength(1)
    })

    it.each([
        ['invalid_grant', 400],
        ['invalid_grant', 401],
        ['invalid_client', 401],
    ])('H37 a renewal rejected with %s, %d, ends the session for all, once', async (code, status) => {
        session.lapse()
        session.onRenewal(() => refusal(code, status))
        const answers = await session.all(20)
        for (const answer of answers) expect(answer).toMatchObject(EXPIRED)
        expect(session.renewals()).toHaveLength(1)
        expect(session.page.notices).toEqual([{ type: 'session_expired' }])
        const before = session.instance.seen.length
        expect(await session.page.get(PATH)).toMatchObject(EXPIRED)
        await session.fixture.clock.advance(86_400_000)
        expect(session.instance.seen).toHaveLength(before)
        expect(session.fixture.locks.held()).toEqual([])
    })

    it('H40 without a refresh token: works until the expiry, then the session ends', async () => {
        session = await signInForRenewal({ refresh_token: undefined })
        expect((await session.page.get(PATH)).ok).toBe(true)
        await session.fixture.clock.advance(7_300_000)
        expect((await session.page.get(PATH)).ok).toBe(true)
        session.lapse()
        expect(await session.page.get(PATH)).toMatchObject(EXPIRED)
        expect(session.page.notices).toEqual([{ type: 'session_expired' }])
        expect(session.renewals()).toEqual([])
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
        session.instance.tokens = { refresh_token: returned }
        session.lapse()
        expect((await session.page.get(PATH)).ok).toBe(true)
        session.lapse()
        expect((await session.page.get(PATH)).ok).toBe(true)
        expect(session.renewals().map(({ form }) => form['refresh_token'])).toEqual([refresh(1), used])
    })

    it('H44 a 401 for a token before its expiry: one renewal and one more attempt; the second 401 is returned to the caller', async () => {
        session.instance.on[PATH] = () => json({ error: { message: 'User Not Authenticated' } }, 401)
        expect(await session.page.get(PATH)).toMatchObject({
            ok: false,
            error: { kind: 'request', code: 'http', status: 401 },
        })
        expect(session.renewals()).toHaveLength(1)
        expect(session.instance.to(PATH)).toHaveLength(2)
        delete session.instance.on[PATH]
        expect((await session.page.get(PATH)).ok).toBe(true)
        expect(session.page.notices).toEqual([])
    })

    it('H46 windows with their own workers renew one after the other', async () => {
        const other = session.fixture.page()
        expect((await other.connect()).ok).toBe(true)
        session.lapse()
        const waiting: (() => void)[] = []
        let running = 0
        let most = 0
        session.onRenewal(() => {
            most = Math.max(most, ++running)
            return new Promise((resolve) =>
                waiting.push(() => {
                    running--
                    resolve(json({ access_token: (session.instance.good = access(8)) }))
                })
            )
        })
        const calls: Promise<Answer>[] = [session.page.get(PATH), other.get(PATH)]
        await settle()
        for (let n = 0; n < 2; n++) {
            waiting.shift()?.()
            await settle()
        }
        expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true)
        expect(session.renewals()).toHaveLength(2)
        expect(most).toBe(1)
    })

    it('H46 pages of a shared worker renew once, and are notified of the end together', async () => {
        const worker = session.fixture.worker()
        const pages = [
            session.fixture.page(worker),
            session.fixture.page(worker),
            session.fixture.page(worker),
        ]
        for (const one of pages) expect((await one.connect()).ok).toBe(true)
        expect(session.instance.grants('authorization_code')).toHaveLength(2)
        session.lapse()
        const answers = await Promise.all(pages.flatMap((one) => [one.get(PATH), one.get(PATH)]))
        expect(answers.every(({ ok }) => ok)).toBe(true)
        expect(session.renewals()).toHaveLength(1)
        session.lapse()
        session.onRenewal(() => refusal('invalid_grant'))
        expect(await pages[0]!.get(PATH)).toMatchObject(EXPIRED)
        for (const one of pages) expect(one.notices).toEqual([{ type: 'session_expired' }])
    })
})
