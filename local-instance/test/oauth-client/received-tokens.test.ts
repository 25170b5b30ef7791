import type { InstanceWithHost } from '../../src/create-local-instance'
import type { Row } from '../../src/core/store/types'
import { createReceivedTokens } from '../../src/plugins/oauth-client/received-tokens'
import { addProvider, resetInstance, START, startInstance } from './provider-instance'

const REQUESTOR = '0123456789abcdef0123456789abcdef'
const DAY_S = 86_400

describe.each(['xanadu', 'brazil'] as const)('tokens received on %s', (release) => {
    let instance: InstanceWithHost

    beforeAll(async () => {
        instance = await startInstance(release)
    })
    afterEach(() => resetInstance(instance))
    afterAll(() => instance.close())

    const open = (values: Row = {}) => {
        const provider = addProvider(instance, {
            access_token_lifespan: '600',
            refresh_token_lifespan: String(100 * DAY_S),
            ...values,
        })
        const profile = provider.profile['sys_id'] ?? ''
        const tokens = createReceivedTokens(instance.host.store, instance.clock)
        const receive = (parameters: Record<string, string>, grantType = 'refresh_token') =>
            tokens.store({ requestor: REQUESTOR, profile, provider, grantType, parameters })
        return { tokens, profile, provider, receive }
    }
    const daysLeft = (end: number | null | undefined) =>
        ((end ?? NaN) - instance.clock.now()) / (DAY_S * 1000)

    it('are found by requestor and profile, and stored encrypted', () => {
        const { tokens, profile, receive } = open()
        receive(
            { access_token: 'the access token', refresh_token: 'the refresh token' },
            'authorization_code'
        )
        expect(tokens.find({ requestor: REQUESTOR, profile })).toMatchObject({
            accessToken: 'the access token',
            accessTokenExpires: START + 600_000,
            refreshToken: 'the refresh token',
            refreshTokenExpires: START + 100 * DAY_S * 1000,
        })
        expect(tokens.find({ requestor: profile, profile })).toBeUndefined()
        const rows = instance.host.store.query('oauth_credential', {})
        expect(rows).toHaveLength(2)
        expect(JSON.stringify(rows)).not.toMatch(/the (access|refresh) token/)
        expect(rows.map((row) => row['token'])).toEqual([null, null])
    })

    it('expire as stated in the response, or otherwise by the registration', () => {
        const { receive } = open()
        const answer = { access_token: 'a', refresh_token: 'r' }
        const stored = receive(
            { ...answer, expires_in: '90', refresh_token_expires_in: String(7 * DAY_S) },
            'authorization_code'
        )
        expect(stored?.accessTokenExpires).toBe(START + 90_000)
        expect(daysLeft(stored?.refreshTokenExpires)).toBe(7)
        for (const odd of ['0', '-5', 'soon', '1e400', '']) {
            const again = receive(
                { ...answer, expires_in: odd, refresh_token_expires_in: odd },
                'authorization_code'
            )
            expect(again?.accessTokenExpires).toBe(START + 600_000)
            expect(daysLeft(again?.refreshTokenExpires)).toBe(100)
        }
        const late = receive({ ...answer, expires_in: '1e15' }, 'authorization_code')
        expect(new Date(late?.accessTokenExpires ?? NaN).getUTCFullYear()).toBe(2126)
    })

    it(`${release === 'xanadu' ? 'renew' : 'leave'} the stored end when a renewal echoes the refresh token`, () => {
        const { receive } = open()
        receive({ access_token: 'a', refresh_token: 'r' }, 'authorization_code')
        instance.clock.advance(10 * DAY_S * 1000)
        const echoed = receive({ access_token: 'b', refresh_token: 'r' })
        expect(daysLeft(echoed?.refreshTokenExpires)).toBe(release === 'xanadu' ? 100 : 90)
    })

    it('get a new expiry with a new refresh token, and with a new consent', () => {
        const { receive } = open()
        receive({ access_token: 'a', refresh_token: 'r' }, 'authorization_code')
        instance.clock.advance(10 * DAY_S * 1000)
        expect(daysLeft(receive({ access_token: 'b', refresh_token: 's' })?.refreshTokenExpires)).toBe(100)
        instance.clock.advance(10 * DAY_S * 1000)
        const consent = receive({ access_token: 'c', refresh_token: 's' }, 'authorization_code')
        expect(daysLeft(consent?.refreshTokenExpires)).toBe(100)
    })

    it('keep the refresh token if a response has none', () => {
        const { receive } = open()
        receive({ access_token: 'a', refresh_token: 'r' }, 'authorization_code')
        expect(receive({ access_token: 'b' })).toMatchObject({ accessToken: 'b', refreshToken: 'r' })
        expect(receive({ access_token: 'c', refresh_token: '' })).toMatchObject({ refreshToken: 'r' })
    })

    it('expire on revocation, only those of this provider', () => {
        const { tokens, provider, profile, receive } = open()
        receive({ access_token: 'a', refresh_token: 'r' }, 'authorization_code')
        tokens.forget(provider, ['r', 'unknown'])
        const left = tokens.find({ requestor: REQUESTOR, profile })
        expect(left?.refreshTokenExpires).toBe(START)
        expect(left?.accessTokenExpires).toBe(START + 600_000)
    })

    it('are not stored for a requestor with an invalid sys_id', () => {
        const { tokens, profile, provider } = open()
        const received = { provider, profile, grantType: 'refresh_token', parameters: { access_token: 'a' } }
        expect(tokens.store({ ...received, requestor: 'a^ORb=c' })).toBeUndefined()
        expect(tokens.find({ requestor: 'a^ORb=c', profile })).toBeUndefined()
    })
})

it('extend their expiry by an echo if "Extend Refresh Token Expiry" is on', async () => {
    const instance = await startInstance()
    try {
        const provider = addProvider(instance, { extend_refresh_token_expiry: '1' })
        const tokens = createReceivedTokens(instance.host.store, instance.clock)
        const received = {
            requestor: REQUESTOR,
            profile: provider.profile['sys_id'] ?? '',
            provider,
            grantType: 'refresh_token',
            parameters: { access_token: 'a', refresh_token: 'r' },
        }
        const first = tokens.store(received)?.refreshTokenExpires ?? NaN
        instance.clock.advance(1000)
        expect(tokens.store(received)?.refreshTokenExpires).toBe(first + 1000)
    } finally {
        await instance.close()
    }
})
