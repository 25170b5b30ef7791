import { startThirdParty, type ThirdParty } from '../../examples/echo/start-third-party'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { ROOT } from '../support/deploy'
import { asAdmin } from '../../examples/echo/as-admin'
import { connectAtThirdParty } from '../../examples/echo/connect-at-third-party'
import type { Connection } from '../../examples/echo/register-provider'
import { held, refreshTokenOf, requestToken } from '../../examples/echo/tokens'

const DAY_S = 86_400
const SECRET = 'a secret of the registration that is long enough'

describe('a third party that rotates refresh tokens', () => {
    let instance: DeployedInstance
    let thirdParty: ThirdParty
    let connection: Connection

    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterEach(async () => {
        await thirdParty.close()
        await instance.reset()
    })
    afterAll(() => instance.close())

    const connect = async (credentialsIn: 'body' | 'header' = 'body') => {
        const registration = { clientId: 'instance', clientSecret: SECRET }
        const refreshTokenS = 14 * DAY_S
        thirdParty = await startThirdParty(ROOT, {
            ...registration,
            redirectUri: `${instance.url}/oauth_redirect.do`,
            accessTokenS: 1800,
            refreshTokenS,
            credentialsIn,
            now: instance.clock.now(),
        })
        const entity = {
            send_client_credentials_as:
                credentialsIn === 'header' ? 'basic_authorization_header' : 'request_body_parameter',
        }
        const pair = { client: instance, thirdParty, ...registration, refreshTokenS, entity }
        connection = (await connectAtThirdParty(pair, 'OAuthCustomUtil')).connection
    }
    const pass = async (days: number) => {
        instance.clock.advance(days * DAY_S * 1000)
        await thirdParty.advance(days * DAY_S)
    }
    const renew = () => requestToken(instance, connection, 'refresh_token')

    it.each(['body', 'header'] as const)(
        'H58 is kept for months, with the credentials in the %s',
        async (where) => {
            await connect(where)
            for (let renewal = 0; renewal < 9; renewal++) {
                await pass(10)
                expect(await renew()).toMatchObject({ error: '', status: 200 })
                const left = (await held(instance, connection))?.refreshTokenExpiresIn ?? 0
                expect(Math.ceil(left / DAY_S)).toBe(14)
            }
            // Without a renewal in time it expires when the instance predicts.
            await pass(14)
            expect((await held(instance, connection))?.refreshTokenExpiresIn).toBe(0)
            expect(await renew()).toMatchObject({ error: expect.stringContaining('invalid_grant') })
        }
    )

    it('that revokes the grant on reuse of an old token is reported, and not called repeatedly', async () => {
        await connect()
        const first = await refreshTokenOf(instance, connection)
        await pass(1)
        await renew()
        expect(await refreshTokenOf(instance, connection)).not.toBe(first)
        // An attacker with the first token tries it.
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
        const logged = result.filter(({ message }) => message.includes('OAuth token request to'))
        expect(logged).toEqual([
            expect.objectContaining({ level: 'error', message: expect.stringContaining('invalid_grant') }),
        ])
        expect(JSON.stringify(result)).not.toContain(first)
    })
})
