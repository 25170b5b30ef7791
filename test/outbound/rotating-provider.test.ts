import { startThirdParty, type ThirdParty } from '../../examples/echo/start-third-party'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { ROOT } from '../support/deploy'
import { asAdmin, giveConsent, held, registerProvider, requestToken, type Connection } from './instances'

const DAY_S = 86_400
const SECRET = 'a secret of the registration that is long enough'

describe('a third party that rotates refresh tokens', () => {
    let instance: DeployedInstance
    let thirdParty: ThirdParty
    let connection: Connection

    beforeEach(async () => {
        instance = await startDeployed()
    })
    afterEach(async () => {
        await thirdParty.close()
        await instance.close()
    })

    const connect = async (credentialsIn: 'body' | 'header' = 'body') => {
        thirdParty = await startThirdParty(ROOT, {
            clientId: 'instance',
            clientSecret: SECRET,
            redirectUri: `${instance.url}/oauth_redirect.do`,
            accessTokenS: 1800,
            refreshTokenS: 14 * DAY_S,
            credentialsIn,
            now: instance.clock.now(),
        })
        connection = await registerProvider(instance, {
            clientId: 'instance',
            clientSecret: SECRET,
            authUrl: `${thirdParty.issuer}/auth`,
            tokenUrl: `${thirdParty.issuer}/token`,
            revokeUrl: `${thirdParty.issuer}/token/revocation`,
            apiScript: 'OAuthCustomUtil',
            entity: {
                refresh_token_lifespan: String(14 * DAY_S),
                code_challenge_method: 'S256',
                send_client_credentials_as:
                    credentialsIn === 'header' ? 'basic_authorization_header' : 'request_body_parameter',
            },
        })
        await addScope('openid')
        const end = await giveConsent(instance, connection, async (browser, page) => {
            const leaves = (location: string) => location.startsWith(instance.url)
            const signIn = await browser.follow(page, leaves)
            const consent = await browser.follow(
                await browser.submit(signIn, { login: 'somebody', password: 'any' }),
                leaves
            )
            const done = await browser.follow(await browser.submit(consent, {}), leaves)
            return done.location ?? ''
        })
        expect(end).toMatchObject({ status: 200, html: expect.stringContaining('OAuth token received') })
    }
    const addScope = async (scope: string) => {
        const { sys_id } = await asAdmin<{ sys_id: string }>(
            instance,
            'POST',
            '/api/now/table/oauth_entity_scope',
            { name: scope, oauth_entity: connection.entity, oauth_entity_scope: scope }
        )
        await asAdmin(instance, 'POST', '/api/now/table/oauth_entity_profile_scope', {
            oauth_entity_profile: connection.profile,
            oauth_entity_scope: sys_id,
        })
    }
    const pass = async (days: number) => {
        instance.clock.advance(days * DAY_S * 1000)
        await thirdParty.advance(days * DAY_S)
    }
    const renew = () => requestToken(instance, connection, 'refresh_token')

    it.each(['body', 'header'] as const)(
        'H58 is kept for months, the credentials in the %s',
        async (where) => {
            await connect(where)
            for (let renewal = 0; renewal < 9; renewal++) {
                await pass(10)
                expect(await renew()).toMatchObject({ error: '', status: 200 })
                const left = (await held(instance, connection))?.refreshTokenExpiresIn ?? 0
                expect(Math.ceil(left / DAY_S)).toBe(14)
            }
            // Without a renewal in time it ends where the instance says it does.
            await pass(14)
            expect((await held(instance, connection))?.refreshTokenExpiresIn).toBe(0)
            expect(await renew()).toMatchObject({ error: expect.stringContaining('invalid_grant') })
        }
    )

    it('that revokes the grant when an old token comes back is reported, not asked again and again', async () => {
        await connect()
        const first = await refreshToken()
        await pass(1)
        await renew()
        expect(await refreshToken()).not.toBe(first)
        // Whoever stole the first token tries it.
        const replay = await fetch(`${thirdParty.issuer}/token`, {
            method: 'POST',
            body: new URLSearchParams({
                grant_type: 'refresh_token',
                refresh_token: first,
                client_id: 'instance',
                client_secret: SECRET,
            }),
        })
        expect(replay.status).toBe(400)
        const refused = await renew()
        expect(refused).toMatchObject({ status: 400, error: expect.stringContaining('invalid_grant') })
        const { result } = await asAdmin<{ result: { level: string; message: string }[] }>(
            instance,
            'GET',
            '/local/log'
        )
        const told = result.filter(({ message }) => message.includes('OAuth token request to'))
        expect(told).toEqual([
            expect.objectContaining({ level: 'error', message: expect.stringContaining('invalid_grant') }),
        ])
        expect(JSON.stringify(result)).not.toContain(first)
    })

    const refreshToken = async () => {
        const script = `String(new sn_auth.GlideOAuthClient().getToken('${connection.requestor}', '${connection.profile}').getRefreshToken())`
        const { result } = await asAdmin<{ result: string }>(instance, 'POST', '/local/script', {
            scope: 'global',
            script,
        })
        return result
    }
})
