import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

const ROUTES = '/api/x_opfi_openfin/v1/integration'
const VERIFIER = 'v'.repeat(43)

interface Refusal {
    error: { message: string; detail: string | null; code?: string }
    status: string
}

describe('what the integration API refuses', () => {
    let instance: DeployedInstance

    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterAll(() => instance.close())

    const post = async (route: string, body: string, type = 'application/x-www-form-urlencoded') => {
        const response = await fetch(`${instance.url}${ROUTES}/${route}`, {
            method: 'POST',
            headers: { 'content-type': type, accept: 'application/json' },
            body,
        })
        const text = await response.text()
        return {
            status: response.status,
            headers: response.headers,
            text,
            body: (text.startsWith('{') ? JSON.parse(text) : {}) as Refusal,
        }
    }
    const expectRefusal = async (form: string, status: number, code: string, route = 'request_tokens') => {
        const answer = await post(route, form)
        expect({ status: answer.status, code: answer.body.error?.code }).toEqual({ status, code })
        expect(answer.body).toEqual({
            error: { message: expect.stringMatching(/\S/), detail: expect.anything(), code },
            status: 'failure',
        })
        expect(answer.headers.get('cache-control')).toContain('no-store')
        expect(answer.headers.get('content-type')).toContain('application/json')
        return answer
    }
    const code = `grant_type=authorization_code&client_id=${OPENFIN_CLIENT_ID}&code=abc&code_verifier=${VERIFIER}`
    const withRedirect = `${code}&redirect_uri=https://x.example/oauth_redirect.do`

    it.each([
        ['no parameters', 'a=b', 400, 'invalid_request'],
        ['no grant type', `client_id=${OPENFIN_CLIENT_ID}&code=abc`, 400, 'invalid_request'],
        [
            'an unknown grant',
            `grant_type=magic&client_id=${OPENFIN_CLIENT_ID}`,
            400,
            'unsupported_grant_type',
        ],
        ['password', `grant_type=password&client_id=${OPENFIN_CLIENT_ID}`, 400, 'unsupported_grant_type'],
        ['client credentials', 'grant_type=client_credentials&client_id=x', 400, 'unsupported_grant_type'],
        ['a repeated parameter', `${withRedirect}&code=def`, 400, 'invalid_request'],
        ['no code', withRedirect.replace('code=abc&', ''), 400, 'invalid_request'],
        ['no verifier', withRedirect.replace(`&code_verifier=${VERIFIER}`, ''), 400, 'invalid_request'],
        ['a short verifier', withRedirect.replace(VERIFIER, 'v'.repeat(42)), 400, 'invalid_request'],
        ['a long verifier', withRedirect.replace(VERIFIER, 'v'.repeat(129)), 400, 'invalid_request'],
        [
            'no refresh token',
            `grant_type=refresh_token&client_id=${OPENFIN_CLIENT_ID}`,
            400,
            'invalid_request',
        ],
        ['a bad code', withRedirect, 400, 'invalid_grant'],
        [
            'a bad refresh token',
            `grant_type=refresh_token&client_id=${OPENFIN_CLIENT_ID}&refresh_token=nope`,
            400,
            'invalid_grant',
        ],
    ])('%s', (_what, form, status, refusal) => expectRefusal(form, status, refusal))

    it('an unknown, an inactive and a confidential client, all with the same response', async () => {
        const made = await Promise.all(
            [
                { client_id: 'confidential-client', active: 'true', public_client: 'false' },
                { client_id: 'inactive-client', active: 'false', public_client: 'true' },
            ].map((data) =>
                instance.admin('POST', '/api/now/table/oauth_entity', {
                    name: data.client_id,
                    type: 'client',
                    ...data,
                })
            )
        )
        expect(made.map(({ status }) => status)).toEqual([201, 201])
        const texts = await Promise.all(
            ['unknown-client', 'confidential-client', 'inactive-client'].map(async (id) => {
                const form = `grant_type=refresh_token&client_id=${id}&refresh_token=whatever`
                return (await expectRefusal(form, 401, 'invalid_client')).text
            })
        )
        expect(new Set(texts).size).toBe(1)
    })

    it('an expired code and an expired refresh token', async () => {
        const {
            code: late,
            verifier,
            redirectUri,
        } = await signIn({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            userName: 'beth.anglin',
            password: 'beth.anglin',
        })
        instance.clock.advance(61_000)
        const expired = await instance.client.requestTokens(late ?? '', verifier, redirectUri)
        expect(expired).toMatchObject({ status: 400, body: { error: { code: 'invalid_grant' } } })

        const { refresh_token = '' } = await instance.tokensOf('beth.anglin')
        instance.clock.advance(86_401_000)
        const ended = await instance.client.renew(refresh_token)
        expect(ended).toMatchObject({ status: 400, body: { error: { code: 'invalid_grant' } } })
    })

    it('a body that is not a form, and another method', async () => {
        expect((await post('request_tokens', '{}', 'application/json')).status).toBe(415)
        const get = await fetch(`${instance.url}${ROUTES}/request_tokens`)
        expect(get.status).toBe(405)
        expect(await get.json()).toMatchObject({ status: 'failure' })
    })

    it('user_info without a token, with a wrong one and with a revoked one', async () => {
        const without = await fetch(`${instance.url}${ROUTES}/user_info`)
        expect(without.status).toBe(401)
        expect(await without.json()).toMatchObject({
            error: { message: 'User Not Authenticated' },
            status: 'failure',
        })
        expect((await instance.client.userInfo('wrong')).status).toBe(401)
        const { access_token } = await instance.tokensOf('admin')
        await instance.client.revoke(access_token, 'access_token')
        expect((await instance.client.userInfo(access_token)).status).toBe(401)
    })

    it('no token, code or verifier is in the log or in the records of the app', async () => {
        const canary = 'canary-5d2c7a'
        await post(
            'request_tokens',
            withRedirect.replace('code=abc', `code=${canary}`).replace(VERIFIER, canary.repeat(5))
        )
        await post(
            'request_tokens',
            `grant_type=refresh_token&client_id=${OPENFIN_CLIENT_ID}&refresh_token=${canary}`
        )
        await post(
            'revoke_token',
            `client_id=${OPENFIN_CLIENT_ID}&token=${canary}&token_type_hint=access_token`
        )
        const log = await instance.admin('GET', '/local/log')
        const records = await instance.admin<{ result: unknown[] }>(
            'GET',
            '/api/now/table/x_opfi_openfin_request'
        )
        expect(records.body.result.length).toBeGreaterThan(0)
        expect(JSON.stringify([log.body, records.body])).not.toContain(canary)
    })
})
