import type { Reply, ScriptedInstance } from './scripted-instance'
import { callback, codeOf, startApp } from './signed-in'

const TOKEN = '/oauth_token.do'

/** Responses to the exchange of a code that create no session. */
export function describeCodeExchange(instance: () => ScriptedInstance): void {
    describe('a code exchange', () => {
        it.each<[string, Reply, string]>([
            [
                'rejected with an OAuth error',
                { status: 400, body: { error: 'invalid_grant' } },
                'invalid_grant',
            ],
            [
                'rejected with the platform’s error',
                { status: 401, body: { error: 'server_error', error_description: 'access_denied' } },
                'server_error',
            ],
            ['rejected without a reason', { status: 401, body: '' }, 'http 401'],
            ['in vain', { status: 503, body: '<html>' }, 'http 503'],
            ['answered with an HTML page', { body: '<html>' }, 'http 200'],
            [
                'answered with another type of token',
                { body: { access_token: 'first', token_type: 'mac' } },
                'http 200',
            ],
            ['redirected', { status: 302, headers: { location: 'https://evil.example' } }, 'http 302'],
            ['truncated', null, 'network'],
        ])('%s is reported, and creates no session', async (_what, reply, code) => {
            const store = new Map<string, string>()
            const { auth } = startApp(instance(), { store, clientSecret: 'a-secret' })
            instance().replies[TOKEN] = () => reply
            const url = await callback(auth)
            expect(await codeOf(auth.handleCallback(url))).toBe(code)
            expect(store.size).toBe(0)
            expect(await codeOf(auth.handleCallback(url))).toBe('state_mismatch')
        })

        it('reports the instance’s message, without the code, the verifier, the secret or a challenge', async () => {
            const { auth } = startApp(instance(), { clientSecret: 'a-secret' })
            instance().replies[TOKEN] = ({ form }) => ({
                status: 401,
                body: {
                    error: 'invalid_request',
                    error_description: `bad ${form['code']} ${form['code_verifier']} ${form['client_secret']}`,
                },
            })
            const url = await callback(auth)
            await expect(auth.handleCallback(url)).rejects.toMatchObject({
                code: 'invalid_request',
                description: 'bad *** *** ***',
            })
        })
    })
}
