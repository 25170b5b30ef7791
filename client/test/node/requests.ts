import { startScriptedInstance, type ScriptedInstance } from './scripted-instance'
import { codeOf, startApp } from './signed-in'

const API = '/api/now/table/incident'

/** Requests with the tokens of a session. */
export function describeRequests(instance: () => ScriptedInstance): void {
    describe('a request', () => {
        it('is sent as requested, with the access token', async () => {
            const { auth, signIn } = startApp(instance())
            const key = await signIn()
            instance().replies[API] = () => ({ status: 403, body: { error: { message: 'no' } } })
            const answer = await auth.fetch(key, `${API}?sysparm_limit=1`, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: '{"a":1}',
            })
            expect(answer.status).toBe(403)
            expect(await answer.json()).toEqual({ error: { message: 'no' } })
            expect(instance().received(API)).toMatchObject([
                { method: 'POST', authorization: 'Bearer first', body: '{"a":1}' },
            ])
        })

        it('is not sent to other hosts, with its own credentials, or along a redirect', async () => {
            const { auth, signIn } = startApp(instance())
            const key = await signIn()
            const before = instance().received().length
            expect(await codeOf(auth.fetch(key, 'https://evil.example/api'))).toBe('invalid_parameter')
            expect(await codeOf(auth.fetch(key, '/oauth_token.do'))).toBe('invalid_parameter')
            expect(await codeOf(auth.fetch(key, API, { headers: { cookie: 'x' } }))).toBe('invalid_parameter')
            expect(instance().received()).toHaveLength(before)

            const elsewhere = await startScriptedInstance()
            try {
                instance().replies[API] = () => ({
                    status: 302,
                    headers: { location: `${elsewhere.url}/api` },
                })
                const answer = await auth.fetch(key, API)
                expect([answer.status, answer.headers.get('location')]).toEqual([302, `${elsewhere.url}/api`])
                expect(elsewhere.received()).toHaveLength(0)
            } finally {
                await elsewhere.close()
            }
        })

        it('without a response is reported with its cause, and the session stays', async () => {
            const { auth, signIn } = startApp(instance())
            const key = await signIn()
            instance().replies[API] = () => null
            expect(await codeOf(auth.fetch(key, API))).toBe('network')
            await expect(auth.fetch(key, API)).rejects.toHaveProperty('cause')
            instance().replies[API] = () => ({})
            expect((await auth.fetch(key, API)).status).toBe(200)
        })

        it('rejects with the reason of its signal', async () => {
            const { auth, signIn } = startApp(instance())
            const key = await signIn()
            const reason = new Error('changed my mind')
            await expect(auth.fetch(key, API, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
        })

        it.each([['unknown'], [''], ['__proto__']])('with the key %j is session_expired', async (key) => {
            const { auth } = startApp(instance())
            expect(await codeOf(auth.fetch(key, API))).toBe('session_expired')
            await auth.revoke(key)
            expect(instance().received()).toHaveLength(0)
        })
    })
}
