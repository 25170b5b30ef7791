import { connect, type Socket } from 'node:net'
import { createClock } from 'openfin-servicenow-local-instance'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { postForm, ROUTES, type RawAnswer, type RawOptions } from './raw-client'

const REQUESTS = 'x_opfi_openfin.integration.requests_per_minute'
const MINUTE_MS = 60_000
/**
 * Maximum number of threads that serve requests, each of which may be processing a request when the limit is
 * reached.
 */
const AT_ONCE = 16

let instance: DeployedInstance

beforeAll(async () => {
    // Frozen, so that a limit does not end on a machine that takes longer than a minute.
    instance = await startDeployed({ clock: createClock({ frozen: true }) })
})
afterAll(() => instance.close())
// Resets the counts of earlier tests.
beforeEach(() => instance.clock.advance(2 * MINUTE_MS))
afterEach(() => setProperty(instance, REQUESTS, '300'))

/** The cheapest request that is refused and counted. */
const malformed = (options: RawOptions) => postForm(instance.url, 'request_tokens', {}, options)
const renewal = (refreshToken: string, options: RawOptions) =>
    postForm(
        instance.url,
        'request_tokens',
        { grant_type: 'refresh_token', client_id: OPENFIN_CLIENT_ID, refresh_token: refreshToken },
        options
    )
const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index))
const statuses = (answers: RawAnswer[]) => answers.map(({ status }) => status)
const recorded = async (address: string) => {
    const query = `sysparm_query=address=${address}^sys_created_on>javascript:gs.minutesAgoStart(2)`
    const path = `/api/now/table/x_opfi_openfin_request?${query}&sysparm_fields=outcome`
    const { body } = await instance.admin<{ result: unknown[] }>('GET', path)
    return body.result.length
}

describe('H28 an address over its limit', () => {
    it('gets 429 with Retry-After, and nothing of the request is stored', async () => {
        await setProperty(instance, REQUESTS, '4')
        const { refresh_token = '' } = await instance.tokensOf()
        const from = '127.0.1.1'
        const answers = []
        for (let count = 0; count < 4; count++) answers.push(await renewal(refresh_token, { from }))
        expect(statuses(answers)).toEqual([200, 200, 200, 200])
        const over = await renewal(refresh_token, { from })
        expect(over.status).toBe(429)
        expect(JSON.parse(over.text)).toEqual({
            error: {
                message: expect.stringContaining('Too many requests'),
                detail: 'Try again in 60 seconds.',
                code: 'temporarily_unavailable',
            },
            status: 'failure',
        })
        expect(over.headers).toMatchObject({ 'retry-after': '60', 'cache-control': 'no-store' })
        expect(await recorded(from)).toBe(4)
    })

    it('is admitted again after the time in Retry-After, even if it kept sending requests', async () => {
        await setProperty(instance, REQUESTS, '3')
        const from = '127.0.1.2'
        for (let count = 0; count < 3; count++) expect((await malformed({ from })).status).toBe(400)
        const { status, headers } = await malformed({ from })
        expect(status).toBe(429)
        instance.clock.advance(30_000)
        for (let count = 0; count < 5; count++) expect((await malformed({ from })).status).toBe(429)
        instance.clock.advance(Number(headers['retry-after']) * 1000 - 30_000)
        expect((await malformed({ from })).status).toBe(400)
    })

    it('that sends 500 requests at once gets 429 for the excess, while others are served', async () => {
        const { refresh_token = '' } = await instance.tokensOf()
        const [burst, others] = await Promise.all([
            Promise.all(times(500, () => malformed({ from: '127.0.1.3' }))),
            Promise.all(times(10, (index) => renewal(refresh_token, { from: `127.0.2.${index + 1}` }))),
        ])
        const served = burst.filter(({ status }) => status === 400)
        const over = burst.filter(({ status }) => status === 429)
        expect(served.length + over.length).toBe(500)
        expect(served.length).toBeGreaterThanOrEqual(300)
        expect(served.length).toBeLessThan(300 + AT_ONCE)
        expect(over.filter(({ headers }) => headers['retry-after'] !== '60')).toEqual([])
        expect(await recorded('127.0.1.3')).toBe(served.length)
        expect(statuses(others)).toEqual(times(10, () => 200))
        expect((await malformed({ from: '127.0.1.3' })).status).toBe(429)
        instance.clock.advance(MINUTE_MS)
        expect((await malformed({ from: '127.0.1.3' })).status).toBe(400)
    })

    it('cannot obtain another limit by a header', async () => {
        await setProperty(instance, REQUESTS, '3')
        const from = '127.0.1.4'
        const names = [
            'X-Forwarded-For',
            'X-Real-IP',
            'X-Client-IP',
            'Client-IP',
            'True-Client-IP',
            'CF-Connecting-IP',
        ]
        const headersOf = (address: string) => ({
            ...Object.fromEntries(names.map((name) => [name, address])),
            Forwarded: `for=${address}`,
        })
        for (let count = 0; count < 3; count++) {
            expect((await malformed({ from, headers: headersOf(`192.0.2.${count}`) })).status).toBe(400)
        }
        expect((await malformed({ from, headers: headersOf('192.0.2.77') })).status).toBe(429)
        expect(await recorded(from)).toBe(3)
        expect(await recorded('192.0.2.0')).toBe(0)
        // Nor can it use up the limit of another address.
        expect((await malformed({ from: '127.0.1.5', headers: headersOf(from) })).status).toBe(400)
    })
})

describe('H28 many addresses', () => {
    it('that each send little are all served, regardless of the total', async () => {
        await setProperty(instance, REQUESTS, '5')
        const answers = []
        for (let round = 0; round < 8; round++) {
            answers.push(
                ...(await Promise.all(times(20, (index) => malformed({ from: `127.0.3.${index + 1}` }))))
            )
            instance.clock.advance(15_000)
        }
        expect(new Set(statuses(answers))).toEqual(new Set([400]))
    })

    it('that begin requests and never complete them block no one else', async () => {
        const { refresh_token = '' } = await instance.tokensOf()
        const sockets = await Promise.all(times(100, (index) => begin(`127.0.4.${index + 1}`)))
        try {
            expect((await renewal(refresh_token, { from: '127.0.1.6' })).status).toBe(200)
            expect(await recorded('127.0.4.1')).toBe(0)
        } finally {
            for (const socket of sockets) socket.destroy()
        }
    })
})

it('H28 the limits allow twenty concurrent renewals with one token', async () => {
    const { refresh_token = '' } = await instance.tokensOf()
    const answers = await Promise.all(times(20, () => renewal(refresh_token, { from: '127.0.1.7' })))
    expect(statuses(answers)).toEqual(times(20, () => 200))
    for (const { text } of answers) {
        const tokens = JSON.parse(text) as { access_token: string; refresh_token: string }
        expect(tokens.refresh_token).toBe(refresh_token)
        expect((await instance.client.userInfo(tokens.access_token)).status).toBe(200)
    }
})

/** Sends the headers of a request and a part of its body. */
function begin(from: string): Promise<Socket> {
    const { hostname, port } = new URL(instance.url)
    return new Promise((resolve, reject) => {
        const socket = connect({ host: hostname, port: Number(port), localAddress: from })
        socket.on('error', reject)
        socket.on('connect', () => {
            const head = [
                `POST ${ROUTES}/request_tokens HTTP/1.1`,
                `Host: ${hostname}:${port}`,
                'Content-Type: application/x-www-form-urlencoded',
                'Content-Length: 500',
            ]
            socket.write(`${head.join('\r\n')}\r\n\r\ngrant_type=`, () => resolve(socket))
        })
    })
}
