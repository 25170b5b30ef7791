import { tokens } from '../outbound/scripted-provider'
import { FIND, REFRESH, RefreshFixture } from './fixture'

const RULE = 'x_opfi_openfin_refresh_rule'
const STATUS = 'x_opfi_openfin_token_status'
const HOUR = 3600
const DAY = 24 * HOUR

/** Rows of a rule: which exist, to which rule they belong, and when they are checked. */
describe('rows follow the rules', () => {
    let fixture: RefreshFixture

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        fixture.instance.records.snapshot()
    })
    afterEach(() => fixture.instance.records.restore())
    afterAll(() => fixture.close())

    const change = (rule: string, values: Record<string, string>) =>
        fixture.instance.admin('PATCH', `/api/now/table/${RULE}/${rule}`, values)
    const connect = (expiresIn = HOUR) =>
        fixture.connect([tokens({ refresh_token: 'r1', expires_in: expiresIn })], {
            first: tokens({ refresh_token: 'r0', expires_in: expiresIn }),
        })

    it('two rules for one token: the lower order owns it, and hands it over when it is deactivated', async () => {
        const { provider, connection } = await connect()
        const condition = `sys_id=${connection.requestor}`
        const second = await fixture.rule({ name: 'Second', condition, order: 200 })
        expect(await fixture.row(connection)).toMatchObject({ rule: second })
        const first = await fixture.rule({ name: 'First', condition, order: 100, access_lead_s: 1800 })
        expect(await fixture.rows()).toMatchObject([{ rule: first }])
        fixture.later(HOUR - 1500)
        await fixture.run(REFRESH)
        expect(provider.requests).toHaveLength(1)
        await change(first, { active: 'false' })
        await fixture.run(FIND)
        expect(await fixture.rows()).toMatchObject([{ rule: second }])
        await change(first, { active: 'true', order: '300' })
        await fixture.run(FIND)
        expect(await fixture.rows()).toMatchObject([{ rule: second }])
    })

    it('rows of a deactivated or deleted rule are never called, and are deleted at the next search', async () => {
        const { provider, connection } = await connect()
        const condition = `sys_id=${connection.requestor}`
        const [off, gone] = [await connect(), await connect()]
        const rules = await Promise.all(
            [connection, off.connection, gone.connection].map(({ requestor }) =>
                fixture.rule({ name: requestor, condition: `sys_id=${requestor}` })
            )
        )
        expect(condition).toContain(connection.requestor)
        fixture.later(HOUR)
        // Directly in the database, as if no search had run since.
        const { records } = fixture.instance
        records.update(RULE, rules[1] ?? '', { active: '0' })
        records.delete(RULE, rules[2] ?? '')
        await fixture.run(REFRESH)
        expect([provider, off.provider, gone.provider].map(({ requests }) => requests.length)).toEqual([
            1, 0, 0,
        ])
        expect(fixture.stored(STATUS)).toHaveLength(3)
        await fixture.run(FIND)
        expect(await fixture.rows()).toMatchObject([{ rule: rules[0] }])
    })

    it('rows of records that were deleted or no longer match the condition are deleted at the search and not called', async () => {
        const kept = await connect()
        const [gone, other] = [await connect(), await connect()]
        await fixture.rule({ condition: 'authentication_type=oauth2' })
        expect(await fixture.rows()).toHaveLength(3)
        const { records } = fixture.instance
        records.delete('sys_rest_message', gone.connection.requestor)
        records.update('sys_rest_message', other.connection.requestor, { authentication_type: 'basic' })
        fixture.later(HOUR)
        await fixture.run(REFRESH)
        expect(gone.provider.requests).toEqual([])
        expect(await fixture.row(gone.connection)).toMatchObject({
            outcome: 'no_token',
            message: 'The record no longer exists.',
        })
        await fixture.run(FIND)
        expect(await fixture.rows()).toMatchObject([{ requestor: kept.connection.requestor }])
    })

    it('a record created after the rule is found by the hourly search, and so is its new profile', async () => {
        await fixture.rule({ condition: 'authentication_type=oauth2' })
        expect(await fixture.rows()).toEqual([])
        const { connection } = await connect()
        const [other] = [await connect()]
        await fixture.run(FIND)
        expect(await fixture.rows()).toHaveLength(2)
        fixture.instance.records.update('sys_rest_message', connection.requestor, {
            oauth2_profile: other.connection.profile,
        })
        await fixture.run(FIND)
        expect(await fixture.rows(`requestor=${connection.requestor}`)).toMatchObject([
            { profile: other.connection.profile },
        ])
    })

    it('rows of a deactivated rule do not delay others, and are due again when it is activated', async () => {
        const { provider, connection } = await connect()
        const off = await connect()
        await fixture.rule({ name: 'On', condition: `sys_id=${connection.requestor}` })
        const rule = await fixture.rule({ name: 'Off', condition: `sys_id=${off.connection.requestor}` })
        const held = await fixture.row(off.connection)
        const { records } = fixture.instance
        // More than the job claims at a time, all due before the other row.
        records.transaction(() => {
            for (let index = 0; index < 250; index++)
                records.insert(STATUS, {
                    rule,
                    requestor_table: 'sys_rest_message',
                    requestor: index.toString(16).padStart(32, '0'),
                    profile: off.connection.profile,
                    outcome: 'valid',
                    next_attempt: held?.['next_attempt'] ?? '',
                })
        })
        records.update(RULE, rule, { active: '0' })
        fixture.later(HOUR)
        await fixture.run(REFRESH)
        expect([provider.requests.length, off.provider.requests.length]).toEqual([1, 0])
        records.update(RULE, rule, { active: '1' })
        await fixture.run(FIND)
        expect(await fixture.rows(`rule=${rule}`)).toHaveLength(1)
        await fixture.run(REFRESH)
        expect([provider.requests.length, off.provider.requests.length]).toEqual([1, 1])
    })

    it('new lead times apply as soon as they are saved', async () => {
        const { provider, connection } = await connect(10 * HOUR)
        const rule = await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        await fixture.run(REFRESH)
        expect(provider.requests).toEqual([])
        fixture.later(6 * HOUR)
        await change(rule, { access_lead_s: String(5 * HOUR) })
        await fixture.run(REFRESH)
        await fixture.run(REFRESH)
        expect(provider.requests).toHaveLength(1)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
        // The new token is valid for ten hours, so it is due after half of that, not five minutes before
        // expiry.
        const row = await fixture.row(connection)
        const wait = Date.parse(`${row?.['next_attempt']}Z`) - Date.parse(`${row?.['last_attempt']}Z`)
        expect(Math.abs(wait / 1000 - 5 * HOUR)).toBeLessThan(5)
    })

    it('a profile that is reached through references', async () => {
        const { connection } = await connect()
        const credential = fixture.insert('oauth_2_0_credentials', {
            name: 'Of an alias',
            oauth_entity_profile: connection.profile,
        })
        const alias = fixture.insert('sys_connection', { name: 'Alias', credential })
        await fixture.rule({
            table: 'oauth_2_0_credentials',
            profile_field: 'oauth_entity_profile',
            condition: `sys_id=${credential}`,
        })
        expect(await fixture.rows()).toMatchObject([{ requestor: credential, profile: connection.profile }])
        expect(alias).not.toBe('')
        fixture.instance.records.define({
            name: 'u_link',
            label: 'Link',
            columns: [
                { name: 'u_message', type: 'reference', label: 'Message', reference: 'sys_rest_message' },
            ],
        })
        const link = fixture.insert('u_link', { u_message: connection.requestor })
        await fixture.rule({ name: 'Links', table: 'u_link', profile_field: 'u_message.oauth2_profile' })
        expect(await fixture.rows(`requestor=${link}`)).toMatchObject(
            [{ requestor_table: 'u_link', profile: connection.profile, outcome: 'no_token' }].map(
                ({ outcome: _outcome, ...row }) => row
            )
        )
        const answer = await fixture.call(
            'checkAndRefresh',
            { requestor: link, profile: 'u_message.oauth2_profile' },
            { table: 'u_link' }
        )
        expect(answer).toMatchObject({ outcome: 'no_token' })
    })

    it('the examples exist, are inactive, and find nothing before they are activated', async () => {
        const { connection } = await connect()
        const examples = fixture.stored(RULE, 'ORDERBYorder')
        expect(examples.map(({ table, active }) => [table, active])).toEqual([
            ['sys_rest_message', '0'],
            ['sys_email_account', '0'],
            ['oauth_2_0_credentials', '0'],
        ])
        await fixture.run(FIND)
        expect(await fixture.rows()).toEqual([])
        for (const { sys_id } of examples)
            expect((await change(sys_id ?? '', { active: 'true' })).status).toBe(200)
        const account = fixture.insert('sys_email_account', {
            name: 'Support',
            authentication: 'oauth2',
            active: '1',
            oauth_profile: connection.profile,
        })
        await fixture.run(FIND)
        expect((await fixture.rows()).map(({ requestor }) => requestor).sort()).toEqual(
            [connection.requestor, account].sort()
        )
    })

    it('an echoed refresh token with an unchanged expiry is not sent at every run', async () => {
        const { provider, connection } = await fixture.connect(
            [tokens({ refresh_token: 'r0', expires_in: HOUR })],
            {
                entity: { refresh_token_lifespan: String(5 * DAY) },
            }
        )
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        // Within the lead time of seven days throughout.
        for (let run = 0; run < 48; run++) {
            fixture.later(HOUR / 2)
            await fixture.run(REFRESH)
        }
        expect(provider.requests.length).toBeGreaterThan(12)
        expect(provider.requests.length).toBeLessThan(30)
    })
})
