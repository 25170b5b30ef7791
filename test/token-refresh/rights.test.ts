import { tokens } from '../outbound/scripted-provider'
import { REFRESH, RefreshFixture } from './fixture'
import { userNamed } from './people'

const RULE = 'x_opfi_openfin_refresh_rule'
const OWN = ['x_opfi_openfin_token_status', 'x_opfi_openfin_refresh_attempt', 'x_opfi_openfin_refresh_run']
const HOUR = 3600

/** Access rights. */
describe('rights of the token refresh', () => {
    let fixture: RefreshFixture
    let rule: string
    let row: Record<string, string>

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        const { connection } = await fixture.connect([tokens({ refresh_token: 'r1', expires_in: HOUR })])
        rule = await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        fixture.later(HOUR)
        await fixture.run(REFRESH)
        row = (await fixture.row(connection)) ?? {}
        for (const [user, role] of [
            ['beth.anglin', 'x_opfi_openfin.viewer'],
            ['abel.tuter', 'x_opfi_openfin.admin'],
        ] as const) {
            const [found] = fixture.stored('sys_user_role', `name=${role}`)
            fixture.insert('sys_user_has_role', {
                user: userNamed(fixture, user),
                role: found?.['sys_id'] ?? '',
                inherited: '0',
                state: 'active',
            })
        }
    })
    afterAll(() => fixture.close())

    const as = async (user: string, method: string, path: string, body?: unknown) => {
        const response = await fetch(`${fixture.instance.url}/api/now/table/${path}`, {
            method,
            headers: {
                authorization: `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`,
                accept: 'application/json',
                'content-type': 'application/json',
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
        })
        const text = await response.text()
        return {
            status: response.status,
            result: text ? (JSON.parse(text) as { result?: unknown }).result : null,
        }
    }
    const press = async (name: string, table: string, sysId: string, user = 'abel.tuter') => {
        const { status, body } = await fixture.instance.admin<{
            result: { shown: boolean; redirect: unknown; messages: { text: string }[] }
        }>('POST', '/local/ui-actions/run', { name, table, sys_id: sysId, user })
        expect(status).toBe(200)
        return body.result
    }

    it.each(OWN)('a viewer and an administrator read %s; others cannot', async (table) => {
        for (const user of ['beth.anglin', 'abel.tuter', 'admin'])
            expect([user, ((await as(user, 'GET', table)).result as unknown[]).length > 0]).toEqual([
                user,
                true,
            ])
        const [viewer] = fixture.stored(
            'sys_user_has_role',
            `user=${userNamed(fixture, 'beth.anglin')}^ORDERBYDESCsys_created_on`
        )
        const { records } = fixture.instance
        const kept = records.get('sys_user_has_role', viewer?.['sys_id'] ?? '')
        records.delete('sys_user_has_role', viewer?.['sys_id'] ?? '')
        expect((await as('beth.anglin', 'GET', table)).result ?? []).toEqual([])
        records.insert('sys_user_has_role', kept ?? {})
    })

    it.each(OWN)('no user writes %s through the Table API, not even an administrator', async (table) => {
        const [own] = fixture.stored(table)
        const before = fixture.stored(table)
        for (const user of ['beth.anglin', 'abel.tuter', 'admin']) {
            const values = {
                claimed_by: 'me',
                outcome: 'valid',
                claimed: '7',
                next_attempt: '2020-01-01 00:00:00',
            }
            expect((await as(user, 'PATCH', `${table}/${own?.['sys_id']}`, values)).status).toBe(403)
            expect((await as(user, 'POST', table, values)).status).toBe(403)
        }
        expect(fixture.stored(table)).toEqual(before)
    })

    it('claims are not accessible through the Table API', async () => {
        for (const user of ['abel.tuter', 'admin']) {
            for (const method of ['GET', 'POST'])
                expect(
                    (
                        await as(
                            user,
                            method,
                            'x_opfi_openfin_refresh_claim',
                            method === 'POST' ? {} : undefined
                        )
                    ).status
                ).toBeGreaterThanOrEqual(400)
        }
    })

    it('administrators write rules; viewers read them, and users without a role see none', async () => {
        const good = {
            name: 'Mine',
            table: 'sys_rest_message',
            profile_field: 'oauth2_profile',
            active: 'false',
        }
        const made = await as('abel.tuter', 'POST', RULE, good)
        expect(made.status).toBe(201)
        const { sys_id } = made.result as { sys_id: string }
        expect((await as('abel.tuter', 'PATCH', `${RULE}/${sys_id}`, { order: '7' })).status).toBe(200)
        expect((await as('beth.anglin', 'GET', `${RULE}/${sys_id}`)).status).toBe(200)
        expect((await as('beth.anglin', 'PATCH', `${RULE}/${sys_id}`, { order: '8' })).status).toBe(403)
        expect((await as('beth.anglin', 'POST', RULE, good)).status).toBe(403)
        expect((await as('beth.anglin', 'DELETE', `${RULE}/${sys_id}`)).status).toBe(403)
        expect((await as('abel.tuter', 'DELETE', `${RULE}/${sys_id}`)).status).toBe(204)
    })

    it.each([...OWN, RULE, 'x_opfi_openfin_refresh_claim'])(
        'scripts of other scopes cannot write %s',
        async (table) => {
            await expect(
                fixture.script(`var row = new GlideRecord('${table}'); row.initialize(); row.insert()`)
            ).rejects.toThrow('cross-scope access policy')
        }
    )

    describe('on forms', () => {
        it('"Refresh OAuth token" on a status renews it at once, even if it is still valid', async () => {
            const answer = await press('Refresh OAuth token', OWN[0] ?? '', row['sys_id'] ?? '')
            expect(answer).toMatchObject({ shown: true, messages: [{ text: 'The token was refreshed.' }] })
        })

        it('"Refresh OAuth token" on a status whose record was deleted calls no provider, and reports it', async () => {
            const { provider, connection } = await fixture.connect([tokens({ refresh_token: 'r1' })])
            const gone = await fixture.rule({ condition: `sys_id=${connection.requestor}` })
            const left = await fixture.row(connection)
            fixture.instance.records.delete('sys_rest_message', connection.requestor)
            const answer = await press('Refresh OAuth token', OWN[0] ?? '', left?.sys_id ?? '')
            expect(answer.messages).toMatchObject([{ text: 'The record no longer exists.' }])
            expect(provider.requests).toEqual([])
            expect(await fixture.row(connection)).toMatchObject({ outcome: 'no_token', next_attempt: '' })
            fixture.instance.records.delete(RULE, gone)
        })

        it('"Get OAuth token" redirects to the consent', async () => {
            const { redirect } = await press('Get OAuth token', OWN[0] ?? '', row['sys_id'] ?? '')
            expect(String(redirect)).toContain(
                `/oauth_initiator.do?oauth_requestor_context=sys_rest_message&oauth_requestor=${row['requestor']}`
            )
        })

        it('on a rule: all its tokens at the next run, and the list of those that require reauthorization', async () => {
            const answer = await press('Refresh OAuth token', RULE, rule)
            expect(answer.messages).toMatchObject([
                { text: 'The tokens of this rule will be refreshed within the next few minutes.' },
            ])
            const before = fixture.stored(OWN[1] ?? '').length
            expect((await fixture.run(REFRESH)).outbound_calls).toBe(1)
            expect(fixture.stored(OWN[1] ?? '')).toHaveLength(before + 1)
            expect(String((await press('Get OAuth token', RULE, rule)).redirect)).toBe(
                `x_opfi_openfin_token_status_list.do?sysparm_query=rule%3D${rule}%5EoutcomeINno_token%2Creauthorize`
            )
        })

        it('on a record that a rule covers, and on no other', async () => {
            const requestor = row['requestor'] ?? ''
            const answer = await press('Refresh OAuth token', 'sys_rest_message', requestor, 'admin')
            expect(answer).toMatchObject({ shown: true, messages: [{ text: 'The token was refreshed.' }] })
            const { redirect } = await press('Get OAuth token', 'sys_rest_message', requestor, 'admin')
            expect(String(redirect)).toContain('/oauth_initiator.do?')
            const other = fixture.insert('sys_rest_message', { name: 'Uncovered' })
            expect(await press('Refresh OAuth token', 'sys_rest_message', other, 'admin')).toMatchObject({
                shown: false,
            })
            const user = userNamed(fixture, 'abel.tuter')
            expect(await press('Refresh OAuth token', 'sys_user', user, 'admin')).toMatchObject({
                shown: false,
            })
        })

        it('not for users who may only read', async () => {
            for (const name of ['Refresh OAuth token', 'Get OAuth token'])
                expect(await press(name, OWN[0] ?? '', row['sys_id'] ?? '', 'beth.anglin')).toMatchObject({
                    shown: false,
                })
        })
    })
})
