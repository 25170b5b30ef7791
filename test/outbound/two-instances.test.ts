import { createClock, createLocalInstance, type LocalInstance } from 'openfin-servicenow-local-instance'
import { asAdmin } from '../../examples/echo/as-admin'
import { allowAtInstance, giveConsent } from '../../examples/echo/give-consent'
import { connectInstances, type Connection } from '../../examples/echo/register-provider'
import { held, requestToken } from '../../examples/echo/tokens'
import { startChromium } from '../support/chromium'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

const DAY_S = 86_400
const START = Date.parse('2026-11-22T12:00:00Z')
const LIFESPANS = { access_token_lifespan: '1800', refresh_token_lifespan: String(30 * DAY_S) }

describe('an instance that is a client of another one', () => {
    let client: DeployedInstance
    let provider: LocalInstance

    beforeAll(async () => {
        // Frozen, since lifetimes are compared to the second.
        client = await startDeployed({ release: 'xanadu', clock: createClock({ now: START, frozen: true }) })
        provider = await createLocalInstance({ clock: createClock({ now: START, frozen: true }) })
    })
    afterEach(async () => {
        for (const instance of [client, provider]) {
            await asAdmin(instance, 'POST', '/local/reset')
            instance.clock.set(START)
        }
    })
    afterAll(async () => {
        await client.close()
        await provider.close()
    })

    const pass = (seconds: number) => {
        client.clock.advance(seconds * 1000)
        provider.clock.advance(seconds * 1000)
    }
    const trueEnd = async () => {
        const [token] = await asAdmin<{ expires: string }[]>(
            provider,
            'GET',
            // Besides the tokens of the administrator, who signs in with the SDK's client.
            '/api/now/table/oauth_credential?sysparm_query=type=refresh_token^peer.name!=ServiceNow SDK^ORDERBYDESCexpires'
        )
        return Date.parse(`${token?.expires.replace(' ', 'T')}Z`)
    }
    const believedEnd = async (connection: Connection) =>
        client.clock.now() + ((await held(client, connection))?.refreshTokenExpiresIn ?? NaN) * 1000
    const connect = async (apiScript?: string) => {
        const connection = await connectInstances(client, provider, {
            lifespans: LIFESPANS,
            ...(apiScript && { apiScript }),
        })
        const end = await giveConsent(client, connection, (browser, page) =>
            allowAtInstance(provider, browser, page)
        )
        expect(end).toMatchObject({ status: 200, html: expect.stringContaining('OAuth token received') })
        return connection
    }
    const call = (connection: Connection) =>
        asAdmin<{ result: string }>(client, 'POST', '/local/script', {
            scope: 'global',
            script: `
                var message = new sn_ws.RESTMessageV2();
                message.setEndpoint('${provider.url}/api/now/table/incident?sysparm_limit=1&sysparm_fields=number');
                message.setHttpMethod('get');
                message.setAuthenticationProfile('oauth2', '${connection.profile}');
                message.setRequestorProfile('sys_rest_message', '${connection.requestor}');
                String(message.execute().getStatusCode());`,
        })

    it('knows the true expiry to the second through thirty days of renewals, with OAuthCustomUtil', async () => {
        const connection = await connect('OAuthCustomUtil')
        const end = await trueEnd()
        expect(end).toBe(START + 30 * DAY_S * 1000)
        for (let day = 1; day < 30; day++) {
            pass(DAY_S)
            expect(await requestToken(client, connection, 'refresh_token')).toMatchObject({ error: '' })
            expect(await believedEnd(connection)).toBe(end)
            expect(await trueEnd()).toBe(end)
        }
        pass(DAY_S - 1)
        expect((await held(client, connection))?.refreshTokenExpiresIn).toBe(1)
        expect(await requestToken(client, connection, 'refresh_token')).toMatchObject({ error: '' })
        pass(1)
        expect((await held(client, connection))?.refreshTokenExpiresIn).toBe(0)
        expect(await requestToken(client, connection, 'refresh_token')).toMatchObject({ status: 401 })
    })

    it('trusts a token that has long expired, without a script up to xanadu', async () => {
        const connection = await connect()
        for (let day = 1; day < 30; day++) {
            pass(DAY_S)
            await requestToken(client, connection, 'refresh_token')
        }
        pass(DAY_S)
        expect((await held(client, connection))?.refreshTokenExpiresIn).toBe(29 * DAY_S)
        expect(await requestToken(client, connection, 'refresh_token')).toMatchObject({ status: 401 })
    })

    it('renews on demand when a REST message is sent, and reports what to do once it cannot', async () => {
        const connection = await connect('OAuthCustomUtil')
        expect(await call(connection)).toMatchObject({ result: '200' })
        pass(10 * DAY_S)
        expect(await call(connection)).toMatchObject({ result: '200' })
        expect((await held(client, connection))?.refreshTokenExpiresIn).toBe(20 * DAY_S)
        pass(20 * DAY_S)
        await expect(call(connection)).rejects.toThrow('Get OAuth Token')
    })

    it('gets the token by a consent in a browser', async () => {
        const connection = await connectInstances(client, provider, {
            lifespans: LIFESPANS,
            entity: { code_challenge_method: 'S256' },
        })
        const chromium = await startChromium()
        try {
            const page = await chromium.context.newPage()
            const query = new URLSearchParams({
                oauth_requestor_context: 'sys_rest_message',
                oauth_requestor: connection.requestor,
                oauth_provider_profile: connection.profile,
                response_type: 'code',
            })
            await page.goto(`${client.url}/oauth_initiator.do?${query}`)
            await page.fill('[name=user_name]', 'admin')
            await page.fill('[name=user_password]', 'admin')
            await page.keyboard.press('Enter')
            await page.waitForURL((url) => url.origin === provider.url)
            await page.fill('[name=user_name]', 'beth.anglin')
            await page.fill('[name=user_password]', 'beth.anglin')
            await page.keyboard.press('Enter')
            await page.getByRole('button', { name: 'Allow' }).click()
            await page.waitForURL((url) => url.origin === client.url)
            expect(await page.textContent('h1')).toBe('OAuth token received')
        } finally {
            await chromium.close()
        }
        expect(await held(client, connection)).toEqual({
            expiresIn: 1800,
            refreshTokenExpiresIn: 30 * DAY_S,
            hasAccessToken: true,
            hasRefreshToken: true,
        })
    })
})
