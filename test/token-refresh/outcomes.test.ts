import { requestToken, refreshTokenOf } from '../../examples/echo/tokens'
import { tokens } from '../outbound/scripted-provider'
import { FIND, REFRESH, RefreshFixture } from './fixture'
import { describeTokenOwner } from './token-owner'

const HOUR = 3600
const DAY = 24 * HOUR

/** Results of the script include, and the row after a run of the job. */
describe('outcomes of a check', () => {
    let fixture: RefreshFixture

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        fixture.instance.records.snapshot()
    })
    afterEach(() => fixture.instance.records.restore())
    afterAll(() => fixture.close())

    const consent = ({ requestor, profile }: { requestor: string; profile: string }) =>
        `${fixture.instance.url}/oauth_initiator.do?oauth_requestor_context=sys_rest_message&oauth_requestor=${requestor}` +
        `&oauth_provider_profile=${profile}&response_type=code`
    /** A row of the connection, due for the job now. */
    const lookedAt = async ({ requestor }: { requestor: string }) => {
        await fixture.rule({ condition: `sys_id=${requestor}` })
        fixture.instance.records.updateMultiple('x_opfi_openfin_token_status', `requestor=${requestor}`, {
            next_attempt: '2020-01-01 00:00:00',
        })
        await fixture.run(REFRESH)
        return fixture.row({ requestor })
    }

    it('H62 no token stored: no_token with the consent URL, and no call', async () => {
        const { provider, connection } = await fixture.connect([])
        for (const type of ['access_token', 'refresh_token'] as const) fixture.forget(connection, type)
        const { result } = JSON.parse(
            await fixture.script(
                `JSON.stringify({ result: new sn_auth.GlideOAuthClient().getToken('${connection.requestor}', '${connection.profile}') })`
            )
        ) as { result: unknown }
        expect(result).toBeNull()
        for (const method of ['checkAndRefresh', 'refresh'] as const)
            expect(await fixture.call(method, connection)).toEqual({
                outcome: 'no_token',
                accessTokenExpiresIn: null,
                refreshTokenExpiresIn: null,
                message: `No token is stored. Get a token at ${consent(connection)}`,
            })
        const row = await lookedAt(connection)
        expect(row).toMatchObject({ outcome: 'no_token', failures: '0', next_attempt: '' })
        expect(row?.message).toContain(consent(connection))
        expect(provider.requests).toEqual([])
        // Nothing was lost, so no notification is sent.
        expect(await fixture.notified()).toEqual([])
    })

    it('H62 an access token valid for hours: valid, with or without a refresh token, and no call', async () => {
        const { provider, connection } = await fixture.connect([], {
            first: tokens({ refresh_token: 'r0', expires_in: 5 * HOUR }),
        })
        const both = await fixture.call('checkAndRefresh', connection)
        expect(both).toMatchObject({ outcome: 'valid', message: 'The token is valid.' })
        expect(both['accessTokenExpiresIn']).toBeGreaterThan(5 * HOUR - 60)
        expect(both['refreshTokenExpiresIn']).toBeGreaterThan(99 * DAY)
        fixture.forget(connection, 'refresh_token')
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({
            outcome: 'valid',
            refreshTokenExpiresIn: null,
        })
        const row = await lookedAt(connection)
        expect(row).toMatchObject({ outcome: 'valid', message: 'The token is valid.', failures: '0' })
        expect(row?.['refresh_token_expires']).toBe('')
        expect(provider.requests).toEqual([])
    })

    it('H62 no refresh token and an access token near expiry: reauthorize with the consent URL, and no call', async () => {
        const { provider, connection } = await fixture.connect([], { first: tokens({ expires_in: HOUR }) })
        fixture.later(HOUR - 60)
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({
            outcome: 'reauthorize',
            message: `No refresh token is stored. Get a new token at ${consent(connection)}`,
        })
        fixture.later(HOUR)
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'reauthorize' })
        expect(await lookedAt(connection)).toMatchObject({ outcome: 'reauthorize', next_attempt: '' })
        expect(provider.requests).toEqual([])
        expect(await fixture.notified()).toEqual(['token_reauthorize'])
    })

    it('H62 nothing near expiry: the search records why a row is not checked, and the job makes no call', async () => {
        const { provider, connection } = await fixture.connect([], {
            first: tokens({ refresh_token: 'r0', expires_in: 5 * HOUR }),
        })
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        const due = fixture.instance.clock.now() + (5 * HOUR - 300) * 1000
        const row = await fixture.row(connection)
        expect(row).toMatchObject({ outcome: 'valid', message: 'The token is valid.', last_attempt: '' })
        expect(Math.abs(Date.parse(`${row?.['next_attempt']}Z`) - due)).toBeLessThan(30_000)
        for (let run = 0; run < 3; run++) {
            fixture.later(HOUR)
            expect((await fixture.run(REFRESH)).outbound_calls).toBe(0)
        }
        expect(provider.requests).toEqual([])
        expect(fixture.stored('x_opfi_openfin_refresh_run')).toEqual([])
    })

    it('a refresh token near expiry is used although the access token is valid', async () => {
        const { provider, connection } = await fixture.connect(
            [tokens({ refresh_token: 'r1', expires_in: 60 * DAY })],
            {
                first: tokens({ refresh_token: 'r0', expires_in: 60 * DAY }),
                entity: { refresh_token_lifespan: String(30 * DAY) },
            }
        )
        fixture.later(22 * DAY)
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'valid' })
        fixture.later(2 * DAY)
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'refreshed' })
        expect(provider.requests.map(({ form }) => form.get('refresh_token'))).toEqual(['r0'])
    })

    it('refresh() renews even a valid token', async () => {
        const { provider, connection } = await fixture.connect([tokens({ refresh_token: 'r1' })])
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'valid' })
        const answer = await fixture.call('refresh', connection)
        expect(answer).toMatchObject({ outcome: 'refreshed', message: 'The token was refreshed.' })
        expect(answer['accessTokenExpiresIn']).toBeGreaterThan(590)
        expect(Object.keys(answer).sort()).toEqual([
            'accessTokenExpiresIn',
            'message',
            'outcome',
            'refreshTokenExpiresIn',
        ])
        expect(provider.requests).toHaveLength(1)
        expect(await refreshTokenOf(fixture.instance, connection)).toBe('r1')
    })

    it('only a refresh token stored, as with SharePoint: refreshed, by call and by job', async () => {
        const { provider, connection } = await fixture.connect([
            tokens({ refresh_token: 'r1' }),
            tokens({ refresh_token: 'r2' }),
        ])
        fixture.forget(connection, 'access_token')
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'refreshed' })
        fixture.forget(connection, 'access_token')
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        await fixture.run(REFRESH)
        const row = await fixture.row(connection)
        expect(row).toMatchObject({ outcome: 'refreshed', failures: '0' })
        expect(row?.['access_token_expires']).not.toBe('')
        expect(provider.requests.map(({ form }) => form.get('refresh_token'))).toEqual(['r0', 'r1'])
        expect(await refreshTokenOf(fixture.instance, connection)).toBe('r2')
    })

    it('a profile with client credentials obtains a token, whether one was stored or not', async () => {
        const { provider, connection } = await fixture.connect(
            [tokens({ expires_in: HOUR }), tokens({ expires_in: HOUR })],
            { first: tokens({ expires_in: HOUR }), entity: { default_grant_type: 'client_credentials' } }
        )
        fixture.later(HOUR)
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'refreshed' })
        fixture.forget(connection, 'access_token')
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
        expect(provider.requests.map(({ form }) => form.get('grant_type'))).toEqual([
            'client_credentials',
            'client_credentials',
        ])
    })

    it('a response that rotates no refresh token keeps the stored one', async () => {
        const { connection } = await fixture.connect([tokens({})])
        await fixture.call('refresh', connection)
        expect(await refreshTokenOf(fixture.instance, connection)).toBe('r0')
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'valid' })
    })

    describeTokenOwner(() => fixture)

    it('disabled jobs do nothing, and a call still works', async () => {
        const { provider, connection } = await fixture.connect([tokens({ refresh_token: 'r1' })])
        fixture.property('enabled', 'false')
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        await fixture.run(FIND)
        expect(await fixture.row(connection)).toBeUndefined()
        expect(await fixture.call('refresh', connection)).toMatchObject({ outcome: 'refreshed' })
        expect(provider.requests).toHaveLength(1)
        fixture.property('enabled', 'true')
        await fixture.run(FIND)
        expect(await fixture.row(connection)).toBeDefined()
        expect((await requestToken(fixture.instance, connection, 'refresh_token')).error).toBe('')
    })
})
