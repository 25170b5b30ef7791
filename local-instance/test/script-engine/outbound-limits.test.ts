import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isAllowedHost } from '../../src/script-engine/outbound/allowed-hosts'
import { createConnections } from '../../src/script-engine/outbound/connections'
import { createSender } from '../../src/script-engine/outbound/sender'

describe('the list of allowed hosts', () => {
    const allows = (allowedHosts: string, url: string, scope = 'x_acme') =>
        isAllowedHost({ allowedHosts, scope }, new URL(url))

    it.each([
        ['', 'https://any.example'],
        [' , ', 'https://any.example'],
        ['*', 'https://any.example'],
        ['api.example', 'https://api.example/path'],
        ['other.example, API.example', 'https://api.example'],
        ['https://api.example/path?x', 'https://api.example'],
        ['127.0.0.1', 'http://127.0.0.1:8181'],
        ['127.0.0.1:8181', 'http://127.0.0.1:8181'],
        ['*.example', 'https://a.b.example'],
        ['x_acme:api.example', 'https://api.example'],
        ['x_other:*,api.example', 'https://api.example'],
    ])('%s allows %s', (list, url) => {
        expect(allows(list, url)).toBe(true)
    })

    it.each([
        ['api.example', 'https://api.example.evil'],
        ['api.example', 'https://xapi.example'],
        ['*.example', 'https://example'],
        ['*.example', 'https://badexample'],
        ['127.0.0.1:8181', 'http://127.0.0.1:9'],
        ['x_other:*', 'https://api.example'],
        ['x_other:api.example', 'https://api.example'],
    ])('%s does not allow %s', (list, url) => {
        expect(allows(list, url)).toBe(false)
    })
})

describe('connections', () => {
    const LIMITS = { connections: 3, connectionsPerHost: 2 }
    const never = () => new AbortController().signal

    it('are limited per host, and others wait', async () => {
        const connections = createConnections()
        const got: string[] = []
        const take = (name: string, host = 'a') =>
            connections.take(host, LIMITS, never()).then((giveBack) => {
                got.push(name)
                return giveBack
            })
        const [first, , third, fourth] = [take('1'), take('2'), take('3'), take('4')]
        const other = await take('other', 'b')
        expect(got).toEqual(['1', '2', 'other'])
        ;(await first)()
        ;(await third)()
        ;(await fourth)()
        expect(got).toEqual(['1', '2', 'other', '3', '4'])
        other()
    })

    it('are limited in total, and an aborted request leaves the queue', async () => {
        const connections = createConnections()
        const held = await Promise.all(['a', 'b', 'c'].map((host) => connections.take(host, LIMITS, never())))
        const gone = new AbortController()
        const givenUp = connections.take('d', LIMITS, gone.signal)
        const waiting = connections.take('e', LIMITS, never())
        gone.abort(new Error('gave up'))
        await expect(givenUp).rejects.toThrow('gave up')
        held[0]?.()
        expect(await waiting).toBeInstanceOf(Function)
        await expect(connections.take('f', LIMITS, gone.signal)).rejects.toThrow('gave up')
    })
})

describe('outbound requests', () => {
    let server: Server
    let url = ''
    const open: ServerResponse[] = []
    let seen = 0
    let wake = () => undefined as void

    beforeAll(async () => {
        server = createServer((request, response) => {
            seen += 1
            if (request.url === '/away') response.writeHead(302, { location: 'http://localhost:1/' }).end()
            else open.push(response)
            wake()
        })
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    afterAll(() => {
        server.closeAllConnections()
        server.close()
    })
    beforeEach(() => {
        seen = 0
    })

    const get = { method: 'GET', headers: {}, body: null, timeoutMs: 20_000, followRedirects: true }
    const arrived = async (count: number) => {
        while (open.length < count) await new Promise<void>((resolve) => (wake = resolve))
    }

    it('reach one host four at a time, and all in the end', async () => {
        const send = createSender()
        const answers = Promise.all(Array.from({ length: 10 }, () => send({ ...get, url })))
        for (const batch of [4, 4, 2]) {
            await arrived(batch)
            expect(open).toHaveLength(batch)
            for (const response of open.splice(0)) response.end('ok')
        }
        expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    })

    it('reach no host that is not on the list, not even by a redirect', async () => {
        const send = createSender()
        const refused = await send({ ...get, url, allowedHosts: 'api.example' })
        expect([refused.status, refused.errorMessage, seen]).toEqual([
            0,
            `The host ${new URL(url).host} is not listed in glide.hosts.allowlist`,
            0,
        ])
        const away = await send({ ...get, url: `${url}/away`, allowedHosts: '127.0.0.1' })
        expect([away.status, away.errorMessage]).toEqual([
            0,
            expect.stringContaining('localhost:1 is not listed in'),
        ])
    })
})
