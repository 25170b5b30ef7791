import { tokens } from '../outbound/scripted-provider'
import { FIND, REFRESH, RefreshFixture } from '../token-refresh/fixture'
import { playScriptOtherwise } from './other-platform'

const HOUR = 3600

/** What `client.getToken()` tells, with other members. */
const token = (members: string) => `
    const Real = oauth.GlideOAuthClient
    oauth.GlideOAuthClient = function () {
        const real = new Real()
        return REPLACED(real, { getToken: (requestor, profile) => {
            const told = real.getToken(requestor, profile)
            return told && REPLACED(told, ${members})
        } })
    }`
/** What a token request answers, with other members. */
const answer = (members: string) => `
    const Real = oauth.GlideOAuthClient
    oauth.GlideOAuthClient = function () {
        const real = new Real()
        return REPLACED(real, { requestTokenByRequest: (name, request) =>
            REPLACED(real.requestTokenByRequest(name, request), ${members}) })
    }`

describe('the token refresh on platforms that are otherwise than assumed', () => {
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

    /** Has the script action that refreshes tokens run so. */
    const play = (script: string) =>
        undo.push(
            playScriptOtherwise(
                fixture.instance,
                {
                    table: 'sysevent_script_action',
                    query: 'event_name=x_opfi_openfin.token_due',
                    column: 'script',
                },
                script
            )
        )
    const due = async (answers = [tokens({ refresh_token: 'r1', expires_in: HOUR })]) => {
        const made = await fixture.connect(answers)
        await fixture.rule({ condition: `sys_id=${made.connection.requestor}` })
        fixture.later(HOUR)
        return made
    }

    it.each([
        ['getRefreshTokenExpiresIn() does not exist', token('{ getRefreshTokenExpiresIn: undefined }')],
        ['ends are told as texts', token('{ getExpiresIn: () => String(told.getExpiresIn()) }')],
        ['ends are not told', token('{ getExpiresIn: () => null, getRefreshTokenExpiresIn: () => "" }')],
        ['statuses are texts', answer('{ getResponseCode: () => "200" }')],
        ['there is no error message', answer('{ getErrorMessage: () => null }')],
    ])('%s: tokens are refreshed all the same, and their ends are known', async (_what, script) => {
        const { provider, connection } = await due()
        play(script)
        await fixture.run(REFRESH)
        const row = await fixture.row(connection)
        expect(row).toMatchObject({ outcome: 'refreshed', failures: '0' })
        expect([row?.['access_token_expires'], row?.['refresh_token_expires']]).not.toContain('')
        expect(provider.requests).toHaveLength(1)
    })

    it.each([
        ['in the body', answer('{ getResponseParameters: () => null, getErrorMessage: () => "failed" }')],
        [
            'in the parameters',
            answer('{ getBody: () => null, getResponseParameters: () => ({ error: "invalid_grant" }) }'),
        ],
        [
            'in the error message',
            answer(
                '{ getBody: () => "", getResponseParameters: () => null, getErrorMessage: () => "OAuth failed: invalid_grant" }'
            ),
        ],
    ])('a refusal is told only %s: reauthorize', async (_what, script) => {
        const { connection } = await due([{ status: 400, body: JSON.stringify({ error: 'invalid_grant' }) }])
        play(script)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'reauthorize', next_attempt: '' })
    })

    it('a request that says all is well but stores nothing: retry_later, and people hear of it', async () => {
        const { connection } = await due()
        fixture.property('failures_before_event', '1')
        play(`
            const Real = oauth.GlideOAuthClient
            oauth.GlideOAuthClient = function () {
                return REPLACED(new Real(), { requestTokenByRequest: () => ({
                    getErrorMessage: () => '', getToken: () => ({}), getBody: () => '', getResponseCode: () => '200',
                }) })
            }`)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({
            outcome: 'retry_later',
            failures: '1',
            message: 'The provider returned a token, but the platform did not store it.',
        })
        expect(await fixture.notified()).toEqual(['token_failing'])
    })

    it('a request that answers nothing at all: retry_later', async () => {
        const { connection } = await due()
        play(`
            const Real = oauth.GlideOAuthClient
            oauth.GlideOAuthClient = function () { return REPLACED(new Real(), { requestTokenByRequest: () => null }) }`)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'retry_later' })
    })

    it('F-HARD-22 a runtime policy that covers token requests as well, so that they throw: retry_later, and the token is refreshed once it allows them', async () => {
        const { connection, provider } = await due()
        play(`
            const Real = oauth.GlideOAuthClient
            oauth.GlideOAuthClient = function () { return REPLACED(new Real(), { requestTokenByRequest: refused }) }`)
        await fixture.run(REFRESH)
        const row = await fixture.row(connection)
        expect(row).toMatchObject({ outcome: 'retry_later', failures: '1' })
        expect(provider.requests).toEqual([])
        undo.splice(0).forEach((allow) => allow())
        expect(await fixture.runWhenDue(row as { sys_id: string })).toMatchObject({ outcome: 'refreshed' })
    })

    it('a key that is taken makes the insert throw: that token is left alone, the others are refreshed', async () => {
        const { connection } = await due()
        const other = await due()
        fixture.insert('x_opfi_openfin_refresh_claim', {
            token: `${connection.requestor}:${connection.profile}`,
            holder: 'somebody',
            ends: '2100-01-01 00:00:00',
        })
        undo.push(
            playScriptOtherwise(
                fixture.instance,
                { table: 'sysauto_script', query: `name=${REFRESH}`, column: 'script' },
                `const Real = glide.GlideRecord
                glide.GlideRecord = function (table) {
                    const real = new Real(table)
                    if (table !== 'x_opfi_openfin_refresh_claim') return real
                    return REPLACED(real, { insert: () => {
                        const sysId = real.insert()
                        if (!sysId) throw new Error('Unique Key violation')
                        return sysId
                    } })
                }`
            )
        )
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'valid' })
        expect(await fixture.row(other.connection)).toMatchObject({ outcome: 'refreshed' })
    })

    it('nobody works off the event queue: the next run after the claims does it itself', async () => {
        const { provider, connection } = await due()
        const { records } = fixture.instance
        records.updateMultiple('sysevent_script_action', 'event_name=x_opfi_openfin.token_due', {
            active: '0',
        })
        await fixture.run(REFRESH)
        expect(provider.requests).toEqual([])
        fixture.later(901)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
        expect(fixture.stored('x_opfi_openfin_refresh_run', 'own=1')).toHaveLength(1)
    })

    it('a business rule that cannot abort, or lies still: a bad rule finds nothing, and the log says why', async () => {
        await fixture.connect([])
        fixture.insert('x_opfi_openfin_refresh_rule', {
            name: 'Slipped through',
            active: '1',
            table: 'sys_rest_message',
            condition: 'nameANYTHING',
            profile_field: 'oauth2_profile',
        })
        await fixture.run(FIND)
        expect(await fixture.rows()).toEqual([])
        expect((await fixture.log()).join('\n')).toContain(
            'Refresh rule "Slipped through" could not be applied'
        )
    })

    it('F-APP-35 a dot-walk that is refused without a word: the row leaves, and is back once it leads somewhere', async () => {
        const { connection } = await fixture.connect([tokens({ refresh_token: 'r1', expires_in: HOUR })])
        const column = {
            name: 'u_message',
            type: 'reference',
            label: 'Message',
            reference: 'sys_rest_message',
        }
        fixture.instance.records.define({ name: 'u_link', label: 'Link', columns: [column] })
        const link = fixture.insert('u_link', { u_message: connection.requestor })
        await fixture.rule({ table: 'u_link', profile_field: 'u_message.oauth2_profile' })
        const rows = () => fixture.rows(`requestor=${link}`)
        expect(await rows()).toHaveLength(1)
        const place = { table: 'sysauto_script', query: `name=${FIND}`, column: 'script' }
        const script = `
            const Real = glide.GlideRecord
            glide.GlideRecord = function (table) {
                const real = new Real(table)
                const getElement = (path) => (path.includes('.') ? null : real.getElement(path))
                return REPLACED(real, { getElement })
            }`
        const mend = playScriptOtherwise(fixture.instance, place, script)
        await fixture.run(FIND)
        expect(await rows()).toEqual([])
        mend()
        await fixture.run(FIND)
        expect(await rows()).toHaveLength(1)
    })
})
