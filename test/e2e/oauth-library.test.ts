import * as oauth from 'oauth4webapi'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

const INTEGRATION = '/api/x_opfi_openfin/v1/integration'
const INSECURE = { [oauth.allowInsecureRequests]: true }
const DAY_S = 86_400

describe.each([
    ['direct', '/oauth_token.do', '/oauth_revoke_token.do'],
    ['proxied', `${INTEGRATION}/request_tokens`, `${INTEGRATION}/revoke_token`],
])('oauth4webapi through the %s route', (_route, tokenPath, revokePath) => {
    let instance: DeployedInstance
    let as: oauth.AuthorizationServer
    const client: oauth.Client = { client_id: OPENFIN_CLIENT_ID }

    beforeAll(async () => {
        instance = await startDeployed({ basicAuth: 'enforced' })
        as = {
            issuer: instance.url,
            authorization_endpoint: `${instance.url}/oauth_auth.do`,
            token_endpoint: instance.url + tokenPath,
            revocation_endpoint: instance.url + revokePath,
        }
    })
    afterEach(() => instance.reset())
    afterAll(() => instance.close())

    const authorize = () =>
        signIn({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            userName: 'abel.tuter',
            password: 'abel.tuter',
        })

    async function exchange(): Promise<oauth.TokenEndpointResponse> {
        const { redirect, state, verifier, redirectUri } = await authorize()
        const parameters = oauth.validateAuthResponse(as, client, redirect, state)
        const response = await oauth.authorizationCodeGrantRequest(
            as,
            client,
            oauth.None(),
            parameters,
            redirectUri,
            verifier,
            INSECURE
        )
        return oauth.processAuthorizationCodeResponse(as, client, response)
    }

    async function renew(refreshToken: string): Promise<Response> {
        return oauth.refreshTokenGrantRequest(as, client, oauth.None(), refreshToken, INSECURE)
    }

    it('exchanges a code with PKCE for both tokens', async () => {
        const tokens = await exchange()
        expect(tokens.token_type).toBe('bearer')
        expect(tokens.expires_in).toBeLessThanOrEqual(7200)
        expect(tokens.expires_in).toBeGreaterThan(7100)
        expect(tokens.refresh_token).toMatch(/^[\w-]{40,}$/)
        const { status } = await instance.client.userInfo(tokens.access_token)
        expect(status).toBe(200)
    })

    it('renews with the same refresh token echoed, whose expiry does not change', async () => {
        const { refresh_token = '' } = await exchange()
        for (let renewals = 0; renewals < 5; renewals++) {
            instance.clock.advance((DAY_S / 6) * 1000)
            const renewed = await oauth.processRefreshTokenResponse(as, client, await renew(refresh_token))
            expect(renewed.refresh_token).toBe(refresh_token)
            expect((await instance.client.userInfo(renewed.access_token)).status).toBe(200)
        }
        instance.clock.advance((DAY_S / 6) * 1000 + 1000)
        const response = await renew(refresh_token)
        expect([400, 401]).toContain(response.status)
    })

    it('returns the same tokens to a second sign-in while they are valid, and new ones afterwards', async () => {
        const first = await exchange()
        instance.clock.advance(600_000)
        const again = await exchange()
        expect(again.access_token).toBe(first.access_token)
        expect(again.refresh_token).toBe(first.refresh_token)
        expect(again.expires_in).toBeLessThanOrEqual(6600)
        instance.clock.advance(7_200_000)
        const later = await exchange()
        expect(later.access_token).not.toBe(first.access_token)
    })

    it('revokes both tokens, with the same response for an unknown one', async () => {
        const { access_token, refresh_token = '' } = await exchange()
        for (const [token, hint] of [
            [access_token, 'access_token'],
            [refresh_token, 'refresh_token'],
            ['unknown-token', 'access_token'],
        ] as const) {
            const response = await oauth.revocationRequest(as, client, oauth.None(), token, {
                ...INSECURE,
                additionalParameters: { token_type_hint: hint },
            })
            await oauth.processRevocationResponse(response)
        }
        expect((await instance.client.userInfo(access_token)).status).toBe(401)
        expect([400, 401]).toContain((await renew(refresh_token)).status)
    })

    it('rejects a code that is reused, expired, from another client, or with another verifier or redirect', async () => {
        const form = (values: Record<string, string>) =>
            fetch(as.token_endpoint ?? '', {
                method: 'POST',
                headers: { 'content-type': 'application/x-www-form-urlencoded' },
                body: new URLSearchParams({ grant_type: 'authorization_code', ...values }),
            })
        const fresh = async () => {
            const { code, verifier, redirectUri } = await authorize()
            return {
                client_id: OPENFIN_CLIENT_ID,
                code: code ?? '',
                code_verifier: verifier,
                redirect_uri: redirectUri,
            }
        }
        const refused = async (values: Record<string, string>) => {
            const response = await form(values)
            const text = await response.text()
            expect([400, 401]).toContain(response.status)
            expect(text).not.toContain('access_token')
            expect(text).not.toContain(values['code'])
        }

        const used = await fresh()
        expect((await form(used)).status).toBe(200)
        await refused(used)

        await refused({ ...(await fresh()), code_verifier: 'x'.repeat(43) })
        await refused({ ...(await fresh()), client_id: '0'.repeat(32) })
        await refused({ ...(await fresh()), redirect_uri: 'https://elsewhere.example/' })

        const late = await fresh()
        instance.clock.advance(61_000)
        await refused(late)
    })
})
