import { createServer, type AddressInfo } from 'node:net'
import {
    answers,
    answersBomb,
    answersMegabytes,
    answersTokens,
    babbles,
    drips,
    hangs,
    hangsUp,
    miscounts,
    redirects,
    resets,
} from './behaviours'
import { startMisbehaving, type Behaviour } from './misbehaving-server'
import { CALLS } from './open-calls'
import { selfSigned } from './self-signed'
import { startUpstreamFixture, statuses, type Three, type UpstreamFixture } from './upstream-fixture'

let fixture: UpstreamFixture

beforeAll(async () => {
    fixture = await startUpstreamFixture()
})
afterAll(() => fixture.close())

describe('H24 a response that breaks off or cannot be parsed', () => {
    it.each<[string, Behaviour, Three]>([
        ['a connection that ends', hangsUp, [2, 1, 2]],
        ['a reset', resets, [2, 1, 2]],
        ['data that is not HTTP', babbles, [2, 1, 2]],
        ['fewer bytes than declared', miscounts(100), [2, 1, 2]],
        ['a broken gzip', answers(200, 'no gzip', { 'Content-Encoding': 'gzip' }), [2, 1, 2]],
        ['50 MB', answersMegabytes(50), [2, 1, 2]],
        ['50 MB in a small gzip', answersBomb(50), [2, 1, 2]],
    ])('%s is temporarily_unavailable after a second attempt', async (_what, behaviour, tried) => {
        const given = await fixture.callsWhile(behaviour)
        expect(statuses(given)).toEqual([502, 502, 502])
        expect(CALLS.map((call) => given[call].outcome)).toEqual(Array(3).fill('temporarily_unavailable'))
        expect(fixture.attempts()).toEqual(tried)
    })

    it('more bytes than declared give no token', async () => {
        const given = await fixture.callsWhile(miscounts(-5))
        expect([given.renewal.status, given.exchange.status]).toEqual([502, 502])
    })

    it('does not affect the next call', async () => {
        await fixture.callsWhile(resets)
        expect(statuses(await fixture.callsWhile(answersTokens()))).toEqual([200, 200, 200])
    })
})

describe('H25 a token endpoint that does not respond in time', () => {
    beforeAll(() => fixture.setTimeLimit(500))
    afterAll(() => fixture.setTimeLimit(10_000))

    it.each<[string, Behaviour]>([
        ['says nothing', hangs],
        ['drips forever', drips],
    ])('because it %s is abandoned after the limit', async (_what, behaviour) => {
        const given = await fixture.callsWhile(behaviour)
        expect(statuses(given)).toEqual([504, 504, 504])
        expect(CALLS.map((call) => given[call].outcome)).toEqual(Array(3).fill('temporarily_unavailable'))
        expect(fixture.attempts()).toEqual([2, 1, 2])
    })

    it('for the first attempt only does not affect a renewal', async () => {
        fixture.upstream.behave(hangs, answersTokens())
        expect((await fixture.call('renewal')).status).toBe(200)
    })
})

describe('H25 a token endpoint that cannot be reached', () => {
    afterAll(() => fixture.setServletUri(`${fixture.upstream.url}/`))

    const callsAt = async (uri: string) => {
        await fixture.setServletUri(uri)
        return fixture.callsWhile(answersTokens())
    }
    /** A port without a listener. */
    const closedPort = async () => {
        const server = createServer()
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        const { port } = server.address() as AddressInfo
        await new Promise((resolve) => server.close(resolve))
        return port
    }

    it('because nothing listens is temporarily_unavailable', async () => {
        expect(statuses(await callsAt(`http://127.0.0.1:${await closedPort()}/`))).toEqual([502, 502, 502])
    })

    it('because its name is unknown is temporarily_unavailable', async () => {
        const given = await callsAt('https://instance.invalid/')
        // A name server that does not respond at all is abandoned at the time limit.
        for (const call of CALLS) {
            expect([502, 504]).toContain(given[call].status)
            expect(given[call].outcome).toBe('temporarily_unavailable')
        }
    })

    it('because it does not speak TLS is temporarily_unavailable', async () => {
        const given = await callsAt(fixture.upstream.url.replace('http:', 'https:'))
        expect(statuses(given)).toEqual([502, 502, 502])
        expect(fixture.upstream.seen).toEqual([])
    })

    it('because its certificate is not trusted gets no token', async () => {
        const stranger = await startMisbehaving(selfSigned())
        try {
            stranger.behave(answersTokens())
            expect(statuses(await callsAt(stranger.url))).toEqual([502, 502, 502])
            expect(stranger.seen).toEqual([])
        } finally {
            await stranger.close()
        }
    })

    it.each(['', 'http://instance.example/', 'https://user:secret@127.0.0.1/'])(
        'because glide.servlet.uri is %p is temporarily_unavailable',
        async (uri) => {
            expect(statuses(await callsAt(uri))).toEqual([503, 503, 503])
        }
    )
})

describe('H25 a redirect of the token endpoint', () => {
    it.each([301, 302, 303, 307, 308])('%i is not followed, and nothing is posted again', async (status) => {
        const elsewhere = await startMisbehaving()
        try {
            elsewhere.behave(answersTokens())
            const given = await fixture.callsWhile(redirects(status, elsewhere.url))
            expect(statuses(given)).toEqual([502, 502, 502])
            expect(CALLS.map((call) => given[call].outcome)).toEqual(Array(3).fill('temporarily_unavailable'))
            expect(elsewhere.seen).toEqual([])
            expect(fixture.attempts()).toEqual([1, 1, 1])
        } finally {
            await elsewhere.close()
        }
    })
})

it('H25 the parameters of failed requests are in no log', async () => {
    const before = (await fixture.log()).length
    await fixture.callsWhile(resets)
    await fixture.callsWhile(redirects(307, 'http://127.0.0.1:1'))
    const said = (await fixture.log()).slice(before)
    expect(said).toHaveLength(6)
    expect(said.filter((text) => /upstream-|sent-/.test(text))).toEqual([])
})
