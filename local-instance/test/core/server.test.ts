import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { createServer, rawBody } from '../../src/core/http/server'

describe('the HTTP server that plug-ins share', () => {
    let http: FastifyInstance
    let port: number

    beforeAll(async () => {
        http = await createServer()
        http.post('/echo', (request, reply) =>
            reply.type('text/plain').send(rawBody(request).toString('latin1'))
        )
        http.get('/fail', () => {
            throw new Error('a secret of the inside')
        })
        await http.listen({ host: '127.0.0.1', port: 0 })
        port = (http.server.address() as AddressInfo).port
    })
    afterAll(() => http.close())

    const url = (path: string) => `http://127.0.0.1:${port}${path}`
    /** fetch does not let a caller choose the Host header. */
    const statusFor = (headers: Record<string, string>) =>
        new Promise<number | undefined>((resolve, reject) => {
            request({ host: '127.0.0.1', port, path: '/login.do', headers }, (response) => {
                response.resume()
                resolve(response.statusCode)
            })
                .on('error', reject)
                .end()
        })

    it.each([
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        '',
    ])('passes a body of type "%s" unchanged', async (type) => {
        const body = Buffer.from('{"a": \u0000 broken')
        const headers: Record<string, string> = type ? { 'content-type': type } : {}
        const response = await fetch(url('/echo'), { method: 'POST', headers, body })
        expect(await response.text()).toBe(body.toString('latin1'))
    })

    it('rejects a body over 10 MB with the platform’s error', async () => {
        const body = Buffer.alloc(10 * 1024 * 1024 + 1)
        const response = await fetch(url('/echo'), { method: 'POST', body })
        expect(response.status).toBe(400)
        expect(await response.json()).toEqual({
            error: {
                message: 'Exception while reading request',
                detail: expect.stringContaining('Max allowed: 10485760 bytes'),
            },
            status: 'failure',
        })
    })

    it('responds to unknown paths like the platform', async () => {
        const api = await fetch(url('/api/x/y'))
        expect([api.status, await api.json()]).toEqual([
            400,
            {
                error: { message: 'Requested URI does not represent any resource', detail: null },
                status: 'failure',
            },
        ])
        expect((await fetch(url('/page.do'))).status).toBe(404)
    })

    it('does not disclose the reason of an internal failure', async () => {
        const response = await fetch(url('/fail'))
        expect(response.status).toBe(500)
        expect(await response.text()).not.toContain('secret')
    })

    it('serves no page whose host name was rebound to this machine', async () => {
        const rebound = { 'sec-fetch-site': 'same-origin' }
        for (const name of ['evil.example', 'localhost.evil.example', 'notlocalhost', '128.0.0.1', '[::2]'])
            expect(await statusFor({ ...rebound, host: `${name}:${port}` })).toBe(421)
        for (const name of [
            'localhost',
            'dev.localhost',
            'A.B.LOCALHOST.',
            '127.0.0.1',
            '127.9.9.9',
            '[::1]',
        ])
            expect(await statusFor({ ...rebound, host: `${name}:${port}` })).toBe(404)
        expect(await statusFor({ host: 'instance.service-now.com' })).toBe(404)
    })
})
