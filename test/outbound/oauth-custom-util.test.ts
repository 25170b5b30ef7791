import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { asAdmin } from '../../examples/echo/as-admin'
import { registerProvider, type Connection } from '../../examples/echo/register-provider'
import { held, requestToken } from '../../examples/echo/tokens'
import { startScriptedProvider, tokens, type Answer, type ScriptedProvider } from './scripted-provider'

const DAY_S = 86_400
const FIRST = { refresh_token: 'the first refresh token' }

/** Both behaviours of the platform: up to xanadu every returned refresh token extends the stored expiry. */
describe.each(['xanadu', 'brazil'] as const)('OAuthCustomUtil as OAuth API Script on %s', (release) => {
    let instance: DeployedInstance
    let provider: ScriptedProvider
    let connection: Connection

    beforeAll(async () => {
        instance = await startDeployed({ release })
    })
    afterAll(() => instance.close())
    afterEach(() => provider.close())

    /** Obtains tokens with a refresh token that is valid for 100 days, and advances the clock by 10 days. */
    const connect = async (answers: Answer[], entity: Record<string, string> = {}) => {
        provider = await startScriptedProvider(tokens(FIRST), ...answers)
        connection = await registerProvider(instance, {
            name: expect.getState().currentTestName?.slice(-80) ?? '',
            clientId: 'us',
            clientSecret: 'a secret',
            authUrl: 'http://127.0.0.1/consent',
            tokenUrl: provider.tokenUrl,
            apiScript: 'OAuthCustomUtil',
            entity: { refresh_token_lifespan: String(100 * DAY_S), ...entity },
        })
        expect(await requestToken(instance, connection, 'authorization_code')).toMatchObject({ error: '' })
        instance.clock.advance(10 * DAY_S * 1000)
    }
    const daysLeft = async () =>
        Math.ceil(((await held(instance, connection))?.refreshTokenExpiresIn ?? 0) / DAY_S)
    const renew = () => requestToken(instance, connection, 'refresh_token')
    const sentLast = () => provider.requests.at(-1)?.form.get('refresh_token')
    const logged = async () => {
        const { result } = await asAdmin<{ result: { message: string }[] }>(instance, 'GET', '/local/log')
        return result.map(({ message }) => message)
    }

    it('H57 drops an echo: the stored expiry does not change', async () => {
        await connect([tokens(FIRST)])
        expect(await renew()).toMatchObject({ error: '', status: 200 })
        expect(await daysLeft()).toBe(90)
        expect((await held(instance, connection))?.expiresIn).toBeGreaterThan(590)
        expect(sentLast()).toBe(FIRST.refresh_token)
        await renew()
        expect(sentLast()).toBe(FIRST.refresh_token)
    })

    it('H57 drops an echo regardless of the rest of the response', async () => {
        await connect([tokens({ ...FIRST, refresh_token_expires_in: 300 * DAY_S })])
        await renew()
        expect(await daysLeft()).toBe(90)
    })

    it('H57 drops an echo for a registration of another application scope', async () => {
        const { records } = instance
        const scope =
            records.first('sys_app', 'scope=x_other_app') ??
            records.insert('sys_app', { name: 'Other app', scope: 'x_other_app', version: '1.0.0' })
        await connect([tokens(FIRST)])
        // As in an app package; the Table API creates records in the scope of its caller.
        records.update('oauth_entity', connection.entity, { sys_scope: scope['sys_id'] ?? '' })
        expect(records.get('oauth_entity', connection.entity)?.['sys_scope']).toBe(scope['sys_id'])
        await renew()
        expect(await daysLeft()).toBe(90)
    })

    it('H58 keeps a rotated token, with the expiry from the provider', async () => {
        await connect([tokens({ refresh_token: 'the second', refresh_token_expires_in: 30 * DAY_S })])
        await renew()
        expect(await daysLeft()).toBe(30)
        await renew()
        expect(sentLast()).toBe('the second')
    })

    it('H58 gives a rotated token without an expiry the lifespan of the registration', async () => {
        await connect([tokens({ refresh_token: 'the second' })])
        await renew()
        expect(await daysLeft()).toBe(100)
    })

    it('H59 does not affect other grants: the same token from a new consent has a new expiry', async () => {
        await connect([tokens(FIRST)])
        await requestToken(instance, connection, 'authorization_code')
        expect(await daysLeft()).toBe(100)
    })

    it.each([
        ['not JSON', { body: '<html>' }],
        ['nothing', { body: '' }],
        ['null', { body: 'null' }],
        ['a list', { body: '["a"]' }],
        ['a text', { body: '"a"' }],
        ['no content type', { body: JSON.stringify({ access_token: 'a' }), contentType: null }],
        [
            'another content type',
            { body: JSON.stringify({ access_token: 'a' }), contentType: 'text/json;charset=UTF-8' },
        ],
    ])(
        'H60 a response that is %s ends as a clear error, and stored tokens are kept',
        async (_what, answer) => {
            await connect([answer])
            const { error } = await renew()
            expect(error).toBe('The response of the provider contains no access token')
            expect(await daysLeft()).toBe(90)
        }
    )

    it('H60 nulls, nested members and a megabyte do not prevent the tokens from being stored', async () => {
        await connect([
            tokens({
                scope: null,
                extra: { nested: [1, null, { deep: true }] },
                text: 'x'.repeat(1_000_000),
                ...FIRST,
            }),
        ])
        expect(await renew()).toMatchObject({ error: '' })
        expect(await held(instance, connection)).toMatchObject({ hasAccessToken: true })
        expect(await daysLeft()).toBe(90)
    })

    it('H60 leaks no global and no token', async () => {
        await connect([tokens({ ...FIRST, scope: null })])
        await renew()
        const log = JSON.stringify(await logged())
        expect(log).not.toContain(FIRST.refresh_token)
        expect(log).not.toContain('an access token')
    })
})

describe('H61 if the platform extends the expiry itself', () => {
    let instance: DeployedInstance
    let provider: ScriptedProvider

    beforeAll(async () => {
        instance = await startDeployed({ release: 'brazil' })
        provider = await startScriptedProvider(tokens(FIRST))
    })
    afterAll(async () => {
        await instance.close()
        await provider.close()
    })

    it('does nothing, and logs it once', async () => {
        const connection = await registerProvider(instance, {
            clientId: 'us',
            authUrl: 'http://127.0.0.1/consent',
            tokenUrl: provider.tokenUrl,
            apiScript: 'OAuthCustomUtil',
            entity: { refresh_token_lifespan: String(100 * DAY_S), extend_refresh_token_expiry: 'true' },
        })
        await requestToken(instance, connection, 'authorization_code')
        for (let month = 0; month < 3; month++) {
            instance.clock.advance(30 * DAY_S * 1000)
            await requestToken(instance, connection, 'refresh_token')
            const left = (await held(instance, connection))?.refreshTokenExpiresIn ?? 0
            expect(Math.ceil(left / DAY_S)).toBe(100)
        }
        const { result } = await asAdmin<{ result: { message: string }[] }>(instance, 'GET', '/local/log')
        expect(result.filter(({ message }) => message.startsWith('OAuthCustomUtil'))).toEqual([
            expect.objectContaining({
                message: expect.stringMatching(
                    /^OAuthCustomUtil leaves .* "Extend Refresh Token Expiry" is on$/
                ),
            }),
        ])
    })
})
