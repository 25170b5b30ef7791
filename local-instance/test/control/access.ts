import { basic } from '../deployment/instance'
import type { JobsInstance } from '../jobs/instance'
import { sessionOf } from '../support/session'

/** Who may use the control calls. */
export function describeAccess(instance: () => JobsInstance): void {
    describe('access to control calls', () => {
        const calls: [string, string][] = [
            ['POST', '/clock'],
            ['POST', '/jobs/run'],
            ['POST', '/script'],
            ['GET', '/log'],
            ['GET', '/stats'],
            ['POST', '/faults'],
            ['POST', '/nodes/kill'],
            ['POST', '/reset'],
        ]

        it.each(calls)('requires an administrator with Basic authentication: %s %s', async (method, path) => {
            const status = async (headers: Record<string, string>) =>
                (await fetch(`${instance().url}/local${path}`, { method, headers })).status
            expect(await status({})).toBe(401)
            expect(await status({ authorization: 'Basic YWRtaW46d3Jvbmc=' })).toBe(401)
            expect(await status({ authorization: 'Bearer YWRtaW46YWRtaW4=' })).toBe(401)
            expect(await status({ authorization: basic('beth.anglin') })).toBe(403)
            expect(await status({ authorization: basic('abel.tuter') })).toBe(403)
        })

        it('is denied to a session of the administrator, and to a page with cached credentials', async () => {
            const cookie = await sessionOf(instance().url)
            expect((await fetch(`${instance().url}/local/log`, { headers: { cookie } })).status).toBe(401)
            const fromPage = { authorization: basic(), origin: 'https://evil.example.com' }
            const before = instance().clock.now()
            const answer = await fetch(`${instance().url}/local/clock`, {
                method: 'POST',
                headers: fromPage,
                body: '{"advance_s":3600}',
            })
            expect(answer.status).toBe(403)
            expect(instance().clock.now() - before).toBeLessThan(60_000)
            const sameSite = { authorization: basic(), 'sec-fetch-site': 'same-site' }
            expect((await fetch(`${instance().url}/local/log`, { headers: sameSite })).status).toBe(403)
        })
    })
}
