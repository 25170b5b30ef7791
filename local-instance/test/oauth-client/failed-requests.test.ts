import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { InstanceWithHost } from '../../src/create-local-instance'
import { addProvider, startInstance } from './provider-instance'

interface ScriptView {
    code: number
    body: string
    type: string
    error: string
    token: boolean
    parameters: Record<string, string>
    keys: string[]
}

let instance: InstanceWithHost
let server: Server
let answer: { status: number; body: string; type: string } | null
let profile: string

const CLIENT_ID = 'our-client-id'
const SECRET = 'a secret that must not get out'

beforeAll(async () => {
    instance = await startInstance()
    server = createServer((request, response) => {
        if (!answer) return void request.socket.destroy()
        response
            .writeHead(answer.status, { 'content-type': answer.type, 'retry-after': '77' })
            .end(answer.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const provider = addProvider(instance, {
        token_url: `http://127.0.0.1:${port}/token`,
        default_grant_type: 'client_credentials',
        client_id: CLIENT_ID,
        client_secret: SECRET,
    })
    profile = provider.profile['sys_id'] ?? ''
})

afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await instance.close()
})

async function ask(): Promise<ScriptView> {
    const script = `
        var request = new sn_auth.GlideOAuthClientRequest();
        request.setGrantType('client_credentials');
        request.setParameter('oauth_requestor_context', 'sys_rest_message');
        request.setParameter('oauth_requestor', '${'1'.repeat(32)}');
        request.setParameter('oauth_provider_profile', '${profile}');
        request.setParameter('hint', 'a hint of our-client-id that must not get out');
        var response = new sn_auth.GlideOAuthClient().requestTokenByRequest(null, request);
        JSON.stringify({ code: response.getResponseCode(), body: response.getBody(), type: response.getContentType(),
            error: response.getErrorMessage(), token: response.getToken() !== null,
            parameters: response.getResponseParameters(), keys: response.getparameters().getKeys() })`
    const response = await fetch(`${instance.url}/local/script`, {
        method: 'POST',
        headers: {
            authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
            'content-type': 'application/json',
        },
        body: JSON.stringify({ scope: 'global', script }),
    })
    const { result } = (await response.json()) as { result: string }
    return JSON.parse(result) as ScriptView
}

const stored = () => instance.host.store.count('oauth_credential')

describe('the response to a failed token request', () => {
    it('exposes no client secret to a script or the log', async () => {
        const error_description = 'a secret that must not get out is wrong'
        answer = {
            status: 401,
            body: JSON.stringify({ error: 'invalid_client', error_description }),
            type: 'application/json',
        }
        expect(await ask()).toMatchObject({
            error: 'invalid_client: *** is wrong',
            body: JSON.stringify({ error: 'invalid_client', error_description: '*** is wrong' }),
        })
        const logged = instance.host.store.query('syslog').map(({ message }) => message)
        expect(logged.join()).not.toContain('must not get out')
    })

    it.each([
        ['in a form', new URLSearchParams({ x: SECRET }).toString().slice(2)],
        ['in a URL', encodeURIComponent(SECRET)],
        ['in a header', Buffer.from(`${CLIENT_ID}:${SECRET}`).toString('base64')],
    ])('exposes no secret if the provider repeats it encoded %s', async (_, written) => {
        const error_description = `${written} is wrong`
        const body = JSON.stringify({ error: 'invalid_client', error_description })
        answer = { status: 401, body, type: 'application/json' }
        expect((await ask()).error).toBe('invalid_client: *** is wrong')
    })

    it('leaves no sent value in the log, not even if one contains another', async () => {
        const error_description = 'a hint of our-client-id that must not get out is wrong'
        answer = {
            status: 401,
            body: JSON.stringify({ error: 'invalid_client', error_description }),
            type: 'application/json',
        }
        expect((await ask()).error).toBe('invalid_client: *** is wrong')
        const logged = instance.host.store.query('syslog').map(({ message }) => message)
        expect(logged).toContain('OAuth token request to Provider failed: invalid_client: *** is wrong')
        expect(logged.join()).not.toContain('must not get out')
    })

    it.each([429, 503])(
        'exposes the body of a %i to a script, which can read the retry time from it',
        async (status) => {
            const body = JSON.stringify({ error: 'temporarily_unavailable', retry_after: 120 })
            answer = { status, body, type: 'application/json' }
            expect(await ask()).toEqual({
                code: status,
                body,
                type: 'application/json',
                error: 'temporarily_unavailable',
                token: false,
                parameters: {},
                keys: [],
            })
            expect(stored()).toBe(0)
        }
    )

    it('returns the provider’s own error message', async () => {
        answer = {
            status: 400,
            body: '{"error": "invalid_grant", "error_description": "It was used before"}',
            type: 'application/json',
        }
        expect(await ask()).toMatchObject({
            code: 400,
            error: 'invalid_grant: It was used before',
            token: false,
        })
    })

    it('returns the status if the body is not JSON', async () => {
        answer = { status: 502, body: '<h1>Bad gateway</h1>', type: 'text/html' }
        expect(await ask()).toMatchObject({
            code: 502,
            body: '<h1>Bad gateway</h1>',
            error: 'The provider responded with status 502',
        })
    })

    it('has status 0, no body and a reason if there was no response', async () => {
        answer = null
        const view = await ask()
        expect(view).toMatchObject({ code: 0, body: '', type: '', token: false })
        expect(view.error).not.toBe('')
        expect(JSON.stringify(instance.host.log.entries())).not.toContain('must not get out')
    })

    it('is not an error if a token was returned', async () => {
        answer = { status: 200, body: '{"access_token": "t", "expires_in": 60}', type: 'application/json' }
        expect(await ask()).toMatchObject({
            code: 200,
            error: '',
            token: true,
            parameters: { access_token: 't', expires_in: '60' },
        })
        expect(stored()).toBe(1)
    })
})
