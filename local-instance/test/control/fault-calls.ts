import { basic } from '../deployment/instance'
import type { JobsInstance } from '../jobs/instance'

/** Calls that make requests fail. `refusal` returns status and message of a rejected control call. */
export function describeFaultCalls(
    instance: () => JobsInstance,
    refusal: (path: string, body: unknown) => Promise<[number, string]>
): void {
    describe('POST /local/faults', () => {
        const get = (path: string) =>
            fetch(`${instance().url}${path}`, { headers: { authorization: basic() } })
        const USERS = '/api/now/table/sys_user'

        it('fails a number of requests to exactly that path, with any query', async () => {
            expect(
                (await instance().local('/faults', { path: USERS, status: 503, times: 2, delay_ms: 0 }))
                    .status
            ).toBe(200)
            expect((await get(`${USERS}/x`)).status).toBe(404)
            const failed = await get(`${USERS}?sysparm_limit=1`)
            expect([failed.status, await failed.text()]).toEqual([503, ''])
            expect((await get(USERS)).status).toBe(503)
            expect((await get(USERS)).status).toBe(200)
        })

        it('returns the given body, once by default', async () => {
            await instance().local('/faults', {
                path: '/oauth_token.do',
                status: 400,
                body: '<html>Down</html>',
            })
            const failed = await fetch(`${instance().url}/oauth_token.do`, { method: 'POST' })
            expect([failed.status, await failed.text()]).toEqual([400, '<html>Down</html>'])
            expect((await fetch(`${instance().url}/oauth_token.do`, { method: 'POST' })).status).toBe(401)
        })

        it('only delays if no status is given', async () => {
            await instance().local('/faults', { path: USERS, delay_ms: 150 })
            const began = performance.now()
            expect((await get(USERS)).status).toBe(200)
            expect(performance.now() - began).toBeGreaterThanOrEqual(149)
        })

        it.each([{ status: 0 }, { drop: true }])('closes the connection for %j', async (how) => {
            await instance().local('/faults', { path: USERS, ...how })
            await expect(get(USERS)).rejects.toThrow('fetch failed')
            expect((await get(USERS)).status).toBe(200)
        })

        it('are removed by times 0', async () => {
            await instance().local('/faults', { path: USERS, status: 500, times: 9 })
            await instance().local('/faults', { path: USERS, times: 0 })
            expect((await get(USERS)).status).toBe(200)
        })

        it.each([
            { status: 500 },
            { path: 'oauth_token.do', status: 500 },
            { path: '/oauth_token.do?x=1', status: 500 },
            { path: '/oauth_token.do' },
            { path: '/oauth_token.do', status: 99 },
            { path: '/oauth_token.do', status: 600 },
            { path: '/oauth_token.do', status: '500' },
            { path: '/oauth_token.do', status: 500, times: -1 },
            { path: '/oauth_token.do', status: 500, delay_ms: 1.5 },
            { path: '/oauth_token.do', status: 500, body: {} },
            { path: '/local/reset', status: 500 },
        ])('reject %j', async (body) => {
            const [status, message] = await refusal('/faults', body)
            expect(status).toBe(400)
            expect(message).not.toBe('')
            expect((await fetch(`${instance().url}/oauth_token.do`, { method: 'POST' })).status).toBe(401)
        })
    })
}
