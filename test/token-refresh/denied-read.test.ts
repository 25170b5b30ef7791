import { requestToken } from '../../examples/echo/tokens'
import { tokens } from '../outbound/scripted-provider'
import { FIND, REFRESH, RefreshFixture } from './fixture'

const HOUR = 3600
const SAID = 'the app has no read access to oauth_credential'

describe('H67 the app may not read oauth_credential', () => {
    let fixture: RefreshFixture

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        fixture.instance.records.snapshot()
    })
    afterEach(() => fixture.instance.records.restore())
    afterAll(() => fixture.close())

    const store = () => fixture.instance.records
    const enforce = () =>
        store().updateMultiple('sys_scope', 'scope=x_opfi_openfin', { runtime_access_tracking: 'enforcing' })
    const PRIVILEGE = 'target_name=oauth_credential^operation=read'
    const said = async () => (await fixture.log()).filter((line) => line.includes(SAID))
    const due = async () => {
        const fresh = (number: number) => tokens({ refresh_token: `r${number}`, expires_in: HOUR })
        const { provider, connection } = await fixture.connect([fresh(1), fresh(2), fresh(3), fresh(4)])
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        return { provider, connection }
    }
    const oneRound = async () => {
        fixture.later(HOUR)
        await fixture.run(FIND)
        await fixture.run(REFRESH)
    }

    it('by a missing privilege: logs it once, names the privilege, and refreshes by the data of sn_auth', async () => {
        enforce()
        store().deleteMultiple('sys_scope_privilege', PRIVILEGE)
        const { provider, connection } = await due()
        for (let round = 1; round <= 3; round++) {
            await oneRound()
            expect(provider.requests).toHaveLength(round)
            const row = await fixture.row(connection)
            expect(row).toMatchObject({ outcome: 'refreshed', failures: '0' })
            expect(row?.['access_token_expires']).not.toBe('')
        }
        expect(await said()).toEqual([
            'Token refresh: the app has no read access to oauth_credential, so the expiry of refresh tokens may be unknown. ' +
                'Grant a cross-scope privilege: source scope "OpenFin for ServiceNow", target scope Global, target name ' +
                'oauth_credential, type Table, operation Read, status Allowed. Tokens are refreshed nevertheless.',
        ])
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'valid' })
    })

    it('if access is granted and revoked again, it logs it again', async () => {
        enforce()
        store().updateMultiple('sys_scope_privilege', PRIVILEGE, { status: 'denied' })
        await due()
        await oneRound()
        store().updateMultiple('sys_scope_privilege', PRIVILEGE, { status: 'allowed' })
        await oneRound()
        expect(await said()).toHaveLength(1)
        store().updateMultiple('sys_scope_privilege', PRIVILEGE, { status: 'denied' })
        await oneRound()
        await oneRound()
        expect(await said()).toHaveLength(2)
    })

    it('a record without a token among them does not cause another log entry', async () => {
        enforce()
        store().updateMultiple('sys_scope_privilege', PRIVILEGE, { status: 'denied' })
        const { connection } = await due()
        const idle = fixture.insert('sys_rest_message', { name: 'idle', oauth2_profile: connection.profile })
        await fixture.rule({ condition: `sys_id=${idle}` })
        await oneRound()
        await fixture.call('checkAndRefresh', { requestor: idle, profile: connection.profile })
        await oneRound()
        expect(await said()).toHaveLength(1)
    })

    it.each(['the next run', 'the hourly search'])('a new consent still revives a row, by %s', async (by) => {
        enforce()
        store().updateMultiple('sys_scope_privilege', PRIVILEGE, { status: 'denied' })
        const anew = tokens({ refresh_token: 'r9', expires_in: HOUR })
        const refused = { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) }
        const { provider, connection } = await fixture.connect([refused, anew])
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        fixture.later(HOUR - 200)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'reauthorize', next_attempt: '' })
        // The access token is still valid, which is not a new consent.
        fixture.later(60)
        await fixture.run(FIND)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'reauthorize', next_attempt: '' })
        expect(provider.requests).toHaveLength(1)
        fixture.later(HOUR)
        const { error } = await requestToken(fixture.instance, connection, 'authorization_code')
        expect(error).toBe('')
        if (by === 'the hourly search') {
            await fixture.run(FIND)
            expect((await fixture.row(connection))?.['next_attempt']).not.toBe('')
        }
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({
            outcome: 'valid',
            message: 'The token is valid.',
        })
        expect(await fixture.notified()).toEqual(['token_reauthorize', 'token_recovered'])
    })

    it('a first consent revives a row that had none', async () => {
        enforce()
        store().updateMultiple('sys_scope_privilege', PRIVILEGE, { status: 'denied' })
        const { connection } = await fixture.connect([tokens({ refresh_token: 'r9', expires_in: HOUR })])
        fixture.forget(connection, 'access_token')
        fixture.forget(connection, 'refresh_token')
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'no_token', next_attempt: '' })
        await requestToken(fixture.instance, connection, 'authorization_code')
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'valid' })
    })

    it('by the table’s own access flags: the same', async () => {
        store().updateMultiple('sys_db_object', 'name=oauth_credential', { read_access: 'false' })
        const { provider, connection } = await due()
        await oneRound()
        expect(provider.requests).toHaveLength(1)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
        expect(await said()).toHaveLength(1)
    })
})
