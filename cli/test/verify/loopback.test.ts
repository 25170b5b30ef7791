import { request, type IncomingHttpHeaders } from 'node:http'
import { startLoopback, type Loopback } from '../../src/verify/loopback'

let loopback: Loopback
beforeEach(async () => {
    loopback = await startLoopback()
})
afterEach(() => loopback.close())

interface Sent {
    method?: string
    headers?: Record<string, string>
    body?: string
}

function send(address: string, { method = 'GET', headers = {}, body = '' }: Sent = {}) {
    const { port, pathname, search } = new URL(address)
    const target = { host: '127.0.0.1', port, path: pathname + search, method }
    return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
        request({ ...target, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
            let text = ''
            response.on('data', (chunk: Buffer) => (text += chunk.toString()))
            response.on('end', () =>
                resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
            )
        })
            .on('error', reject)
            .end(body)
    })
}

it('takes the answer of a request that is open, once, and keeps the code out of the address', async () => {
    const answer = loopback.answer('s1')
    const visit = send(`${loopback.redirectUri}?code=c&state=s1`)
    const { parameters, goOn } = await answer
    expect(parameters.get('code')).toBe('c')
    goOn()
    const { status, headers } = await visit
    expect([status, headers.location]).toEqual([303, `${new URL(loopback.redirectUri).pathname}/done`])
    const done = await send(`${loopback.redirectUri}/done`)
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('Back to the terminal')])
    expect(done.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
    })
    expect((await send(`${loopback.redirectUri}?code=c&state=s1`)).status).toBe(400)
})

it.each<[string, (url: string) => [string, Sent?], number]>([
    ['another state', (url) => [`${url}?code=c&state=other`], 400],
    ['no state', (url) => [`${url}?code=c`], 400],
    ['another host name', (url) => [`${url}?code=c&state=s1`, { headers: { host: 'evil.example' } }], 400],
    ['another path', (url) => [`${new URL(url).origin}/?code=c&state=s1`], 404],
    ['another method', (url) => [`${url}?code=c&state=s1`, { method: 'POST' }], 405],
    ['a report that is too long', (url) => [`${url}/read`, { method: 'POST', body: '['.repeat(5000) }], 400],
    ['a report of something else', (url) => [`${url}/read`, { method: 'POST', body: '{"a":1}' }], 400],
])('rejects %s', async (_what, make, status) => {
    const taken: string[] = []
    void loopback.answer('s1').then(() => taken.push('answer'))
    void loopback.probe('https://example.com', []).then(() => taken.push('report'))
    expect((await send(...make(loopback.redirectUri))).status).toBe(status)
    expect(taken).toEqual([])
})

it('allows the script of the last page by a nonce, and the instance only', async () => {
    const probes = [{ method: 'GET', url: 'https://example.com/</script><b>', headers: {} }]
    const report = loopback.probe('https://example.com', probes)
    const { headers, text } = await send(`${loopback.redirectUri}/done`)
    const policy = String(headers['content-security-policy'])
    const [, nonce = 'none'] = /script-src 'nonce-([\w+/=]+)'/.exec(policy) ?? []
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/connect-src 'self' https:\/\/example\.com$/)
    expect(text).toContain(`nonce="${nonce}"`)
    expect(text.match(/<\/script>/g)).toHaveLength(1)
    await send(`${loopback.redirectUri}/read`, { method: 'POST', body: '[401,0]' })
    expect(await report).toEqual([401, 0])
})

it('ends a browser that still waits', async () => {
    const answer = loopback.answer('s1')
    const visit = send(`${loopback.redirectUri}?code=c&state=s1`)
    await answer
    await loopback.close()
    expect((await visit).status).toBe(200)
})
