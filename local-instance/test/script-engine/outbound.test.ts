import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { OutboundRequest } from '../../src/script-engine/bridge/bridge'
import { createSender } from '../../src/script-engine/outbound/sender'

const send = createSender()

describe('outbound requests', () => {
    let server: Server
    let other: Server
    let url = ''
    const seen: { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }[] = []

    const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
        '/away': (_, response) => response.writeHead(302, { location: `${addressOf(other)}/landed` }).end(),
        '/here': (_, response) => response.writeHead(303, { location: '/landed' }).end(),
        '/circle': (_, response) => response.writeHead(307, { location: '/circle' }).end(),
        '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
        '/silent': () => undefined,
        '/slow-body': (_, response) => void response.writeHead(200).write('begun'),
        '/cut': (request) => request.socket.destroy(),
        '/long': (_, response) => response.end(Buffer.alloc(10 * 1024 * 1024 + 1, 'a')),
        '/bomb': (_, response) =>
            response
                .writeHead(200, { 'content-encoding': 'gzip' })
                .end(gzipSync(Buffer.alloc(20 * 1024 * 1024))),
        '/zipped': (_, response) =>
            response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('plain text')),
        '/broken-zip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no zip'),
        '/latin': (_, response) =>
            response
                .writeHead(200, { 'content-type': 'text/plain; charset=ISO-8859-1' })
                .end(Buffer.from([0xfc])),
        '/cookies': (_, response) => response.writeHead(204, { 'set-cookie': ['a=1', 'b=2'] }).end(),
    }
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
        let body = ''
        for await (const part of request) body += String(part)
        seen.push({ method: request.method, url: request.url, headers: request.headers, body })
        const route = routes[request.url ?? '']
        if (route) route(request, response)
        else response.writeHead(200, { 'x-name': 'value' }).end(`${request.method} ${body}`)
    }
    const addressOf = (of: Server) => `http://127.0.0.1:${(of.address() as AddressInfo).port}`
    const listen = async () => {
        const made = createServer((request, response) => void answer(request, response))
        await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
        return made
    }
    beforeAll(async () => {
        ;[server, other] = [await listen(), await listen()]
        url = addressOf(server)
    })
    afterAll(() => {
        for (const one of [server, other]) {
            one.closeAllConnections()
            one.close()
        }
    })

    const request = (path: string, more: Partial<OutboundRequest> = {}) =>
        send({
            url: path.includes(':') ? path : url + path,
            method: 'POST',
            headers: {},
            body: 'hello',
            timeoutMs: 5000,
            followRedirects: false,
            ...more,
        })

    it('sends method, headers and body, and returns status, headers and body', async () => {
        const headers = { 'Content-Type': 'text/plain', 'X-Mine': 'yes' }
        expect(await request('/plain', { headers })).toMatchObject({
            status: 200,
            headers: { 'x-name': 'value' },
            body: 'POST hello',
            errorCode: 0,
            errorMessage: '',
        })
        expect(seen.at(-1)?.headers).toMatchObject({ 'content-type': 'text/plain', 'x-mine': 'yes' })
    })

    it("does not expose the connection's own headers", async () => {
        const headers = {
            Host: 'evil.example',
            'Content-Length': '1',
            'Transfer-Encoding': 'chunked',
            Connection: 'close',
        }
        expect(await request('/plain', { headers })).toMatchObject({ status: 200, body: 'POST hello' })
        expect(seen.at(-1)?.headers.host).toBe(url.slice('http://'.length))
    })

    it('follows no redirect by default', async () => {
        expect(await request('/away')).toMatchObject({ status: 302, errorCode: 0 })
    })

    it('follows a redirect to another server without secrets', async () => {
        const headers = { Authorization: 'Bearer t', Cookie: 'a=b', 'X-Mine': 'yes' }
        const answered = await request('/away', { headers, followRedirects: true })
        expect(answered).toMatchObject({ status: 200, body: 'GET ' })
        expect(seen.at(-1)?.headers).not.toHaveProperty('authorization')
        expect(seen.at(-1)?.headers).not.toHaveProperty('cookie')
        expect(seen.at(-1)?.headers['x-mine']).toBe('yes')
    })

    it('keeps headers on a redirect within a server', async () => {
        await request('/here', { headers: { Authorization: 'Bearer t' }, followRedirects: true })
        expect(seen.at(-1)).toMatchObject({
            method: 'GET',
            url: '/landed',
            headers: { authorization: 'Bearer t' },
        })
    })

    it.each([
        ['/circle', 'Too many redirects'],
        ['/file', 'The endpoint must be a URL starting with https:// or http://'],
        ['/long', 'The response is longer than 10 MB'],
        ['/bomb', 'The response is longer than 10 MB'],
        ['/broken-zip', 'The response has an invalid content encoding'],
        ['file:///etc/passwd', 'The endpoint must be a URL starting with https:// or http://'],
        ['data:text/plain,x', 'The endpoint must be a URL starting with https:// or http://'],
        ['nothing: at all', 'The endpoint must be a URL starting with https:// or http://'],
        ['http://name:word@127.0.0.1/', 'The endpoint must not contain a user name or password'],
        ['http://127.0.0.1:1/token', 'Connection refused by 127.0.0.1:1'],
        ['http://no-such-host.invalid/', 'Unknown host no-such-host.invalid'],
    ])('%s ends with status 0 and a reason', async (path, errorMessage) => {
        expect(await request(path, { followRedirects: true })).toEqual({
            status: 0,
            headers: {},
            body: '',
            errorCode: 1,
            errorMessage,
        })
    })

    it.each(['/silent', '/slow-body'])('abandons %s at the timeout', async (path) => {
        const { status, errorCode, errorMessage } = await request(path, { timeoutMs: 100 })
        expect({ status, errorCode }).toEqual({ status: 0, errorCode: 1 })
        expect(errorMessage).toBe(`Socket timeout: no response from ${url.slice(7)} within 100 ms`)
    })

    it.each([
        [{ headers: { 'X-Bad': 'a\r\nX-Injected: b' } }],
        [{ headers: { 'bad name': 'a' } }],
        [{ method: 'GET /x HTTP/1.1\r\n' }],
    ])('sends nothing of %j', async (more) => {
        const before = seen.length
        expect(await request('/plain', more)).toMatchObject({
            status: 0,
            errorCode: 1,
            errorMessage: 'The request has an invalid method, header or URL',
        })
        expect(seen.length).toBe(before)
    })

    it('never includes sent data in a reason', async () => {
        const secret = 'canary-7f3a'
        const path = `/cut?token=${secret}`
        routes[path] = routes['/cut'] as never
        const more = { headers: { authorization: secret }, body: secret }
        for (const target of [
            path,
            `http://127.0.0.1:1/${secret}`,
            `ftp://x/${secret}`,
            `http://${secret}:x@h/`,
        ]) {
            const { status, errorMessage } = await request(target, more)
            expect(status).toBe(0)
            expect(errorMessage).not.toContain(secret)
        }
    })

    it('decodes content codings and charsets, and joins repeated headers', async () => {
        expect((await request('/zipped')).body).toBe('plain text')
        expect((await request('/latin')).body).toBe('ü')
        expect((await request('/cookies')).headers['set-cookie']).toBe('a=1, b=2')
    })

    it('aborts a request whose script was terminated', async () => {
        const ended = new AbortController()
        const pending = send(
            {
                url: `${url}/silent`,
                method: 'GET',
                headers: {},
                body: null,
                timeoutMs: 60_000,
                followRedirects: false,
            },
            ended.signal
        )
        ended.abort()
        expect(await pending).toMatchObject({ status: 0, errorCode: 1 })
    })
})
