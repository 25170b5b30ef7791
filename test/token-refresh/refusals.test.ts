import { requestToken } from '../../examples/echo/tokens'
import { tokens, type Answer } from '../outbound/scripted-provider'
import { playScriptOtherwise } from '../variants/other-platform'
import { REFRESH, RefreshFixture } from './fixture'

const HOUR = 3600
const DAY = 24 * HOUR
const json = (body: unknown, status = 400): Answer => ({ status, body: JSON.stringify(body) })
/** Error texts that do not state whether the refresh token is invalid. */
const UNCLEAR = json({ error: 'invalid_request', error_description: 'refresh token is invalid' })

/**
 * Handling of a refresh token that a provider rejects; the error texts themselves are tested in
 * provider-words.test.ts.
 */
describe('a refused refresh token', () => {
    let fixture: RefreshFixture
    const undo: (() => void)[] = []

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        fixture.instance.records.snapshot()
    })
    afterEach(() => {
        for (const one of undo.splice(0)) one()
        fixture.instance.records.restore()
    })
    afterAll(() => fixture.close())

    const connect = async (answers: Answer[], entity: Record<string, string> = {}) => {
        const { provider, connection } = await fixture.connect(answers, { entity })
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        const row = await fixture.row(connection)
        if (!row) throw new Error('No row was created')
        return { provider, connection, row }
    }
    const both = expect.stringMatching(/OAuth registration.*oauth_initiator\.do/)

    it.each<[string, Answer]>([
        ['GitHub, as JSON', json({ error: 'bad_refresh_token' }, 200)],
        [
            'GitHub, as a form',
            {
                status: 200,
                contentType: 'application/x-www-form-urlencoded',
                body: 'error=bad_refresh_token&error_description=x',
            },
        ],
        ['Slack', json({ ok: false, error: 'invalid_refresh_token' }, 200)],
        ['HubSpot', json({ status: 'BAD_REFRESH_TOKEN', message: 'x' })],
        ['a provider that writes spaces', json({ error: 'invalid grant' })],
    ])(
        'H64 with the error of %s: one call, and a notification that reauthorization is required',
        async (_who, answer) => {
            const { provider, row } = await connect([answer])
            expect(await fixture.runWhenDue(row)).toMatchObject({ outcome: 'reauthorize', next_attempt: '' })
            fixture.later(DAY)
            await fixture.run(REFRESH)
            expect(provider.requests).toHaveLength(1)
            expect(await fixture.notified()).toEqual(['token_reauthorize'])
        }
    )

    it('H64 with an error text that an administrator added', async () => {
        fixture.property('final_errors', 'Gone, invalid-REQUEST')
        const { row } = await connect([UNCLEAR])
        expect(await fixture.runWhenDue(row)).toMatchObject({ outcome: 'reauthorize' })
    })

    it('H64 with an ambiguous error, every day: given up after seven, with both possible reasons', async () => {
        const { provider, row } = await connect([UNCLEAR])
        const first = await fixture.runWhenDue(row)
        expect(first).toMatchObject({
            outcome: 'retry_later',
            refusal: '400 invalid_request',
            refused_since: first['last_attempt'],
            message: both,
        })
        for (let day = 1; day <= 7; day++) {
            fixture.later(DAY - HOUR)
            expect(await fixture.runWhenDue(row)).toMatchObject({ outcome: 'retry_later', message: both })
        }
        fixture.later(DAY)
        const last = await fixture.runWhenDue(row)
        expect(last).toMatchObject({ outcome: 'reauthorize', next_attempt: '', refusal: '', message: both })
        expect(last.message).toContain(
            'with the same error for 7 days: the provider returned HTTP 400: invalid_request'
        )
        expect(last.message).not.toContain('refresh token is invalid')
        expect(await fixture.notified()).toEqual(['token_failing', 'token_reauthorize'])
        const asked = provider.requests.length
        fixture.later(DAY)
        await fixture.run(REFRESH)
        expect(provider.requests).toHaveLength(asked)
    })

    it('H63 another refusal restarts the count, failures in between do not, and a success ends it', async () => {
        fixture.property('reauthorize_after_days', '2')
        const down = { status: 503, body: '' }
        const other = json({ error: 'odd_code' })
        const { provider, row } = await connect([UNCLEAR, down, other, down, other])
        const seen: unknown[] = []
        for (let step = 0; step < 4; step++) {
            const { outcome, refusal } = await fixture.runWhenDue(row)
            seen.push([outcome, refusal])
            fixture.later(DAY)
        }
        expect(seen).toEqual([
            ['retry_later', '400 invalid_request'],
            ['retry_later', '400 invalid_request'],
            ['retry_later', '400 odd_code'],
            ['retry_later', '400 odd_code'],
        ])
        provider.answers.splice(0, Infinity, tokens({ refresh_token: 'r1', expires_in: HOUR }), other)
        expect(await fixture.runWhenDue(row)).toMatchObject({
            outcome: 'refreshed',
            refusal: '',
            refused_since: '',
        })
        fixture.later(3 * DAY)
        expect(await fixture.runWhenDue(row)).toMatchObject({ outcome: 'retry_later' })
    })

    it('H64 with an ambiguous error after its stored expiry: given up, with both possible reasons', async () => {
        const { row } = await connect([UNCLEAR], { refresh_token_lifespan: String(DAY) })
        fixture.later(2 * DAY)
        const after = await fixture.runWhenDue(row)
        expect(after).toMatchObject({ outcome: 'reauthorize', message: both })
        expect(after.message).toContain('Its stored expiry has passed.')
    })

    it('H63 a wrong client secret is retried without limit, and the message names what to check', async () => {
        fixture.property('reauthorize_after_days', '1')
        const wrong = json({ error: 'invalid_client' }, 401)
        const { provider, connection, row } = await connect([wrong], { refresh_token_lifespan: String(DAY) })
        for (let day = 0; day < 4; day++) {
            fixture.later(DAY)
            expect(await fixture.runWhenDue(row)).toMatchObject({
                outcome: 'retry_later',
                message:
                    'The refresh failed: the provider returned HTTP 401: invalid_client. Check the client ID and client secret ' +
                    'of the OAuth registration.',
            })
        }
        // Once it is corrected, renewal works without a new consent.
        provider.answers.splice(0, Infinity, tokens({ refresh_token: 'r1', expires_in: HOUR }))
        expect(await fixture.runWhenDue(row)).toMatchObject({ outcome: 'refreshed' })
        expect((await requestToken(fixture.instance, connection, 'refresh_token')).error).toBe('')
    })

    it.each([
        ['hides the body', '{ getBody: () => null, getResponseParameters: () => null }', 'retry_later'],
        [
            'turns it into an empty token',
            '{ getErrorMessage: () => "", getToken: () => ({ getAccessToken: () => null }) }',
            'reauthorize',
        ],
    ])('H64 with status 200 on a platform that %s', async (_what, members, outcome) => {
        fixture.property('reauthorize_after_days', '1')
        const { row } = await connect([json({ error: 'bad_refresh_token' }, 200)])
        undo.push(
            playScriptOtherwise(
                fixture.instance,
                {
                    table: 'sysevent_script_action',
                    query: 'event_name=x_opfi_openfin.token_due',
                    column: 'script',
                },
                `const Real = oauth.GlideOAuthClient
                oauth.GlideOAuthClient = function () {
                    const real = new Real()
                    return REPLACED(real, { requestTokenByRequest: (name, request) =>
                        REPLACED(real.requestTokenByRequest(name, request), ${members}) })
                }`
            )
        )
        expect(await fixture.runWhenDue(row)).toMatchObject({
            outcome,
            message: expect.stringContaining('200'),
        })
        if (outcome === 'reauthorize') return
        fixture.later(DAY)
        expect(await fixture.runWhenDue(row)).toMatchObject({ outcome: 'reauthorize', message: both })
    })
})
