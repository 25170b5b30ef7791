import { asAdmin } from '../../examples/echo/as-admin'
import { tokens } from '../outbound/scripted-provider'
import { FIND, REFRESH, RefreshFixture } from '../token-refresh/fixture'

const HOUR = 3600
const DAY = 24 * HOUR
const INSTANCE = '/api/x_opfi_openfin/v1/administration/instance'
const WARNING = 'This instance is a copy of another one'

describe('a copy of an instance', () => {
    let fixture: RefreshFixture

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        fixture.instance.records.snapshot()
    })
    afterEach(() => fixture.instance.records.restore())
    afterAll(() => fixture.close())

    const setId = (value: string) =>
        fixture.instance.records.updateMultiple('sys_properties', 'name=instance_id', { value })
    const note = () => asAdmin<{ noted: string; cloned: boolean }>(fixture.instance, 'GET', INSTANCE)
    const warnings = async () => (await fixture.log()).filter((line) => line.includes(WARNING)).length
    const events = () => fixture.stored('sysevent', 'name=x_opfi_openfin.cloned').length

    /** A rotating provider accepts each refresh token once. */
    const rotating = async () => {
        const answers = [1, 2, 3].map((number) =>
            tokens({ refresh_token: `r${number}`, expires_in: 2 * HOUR })
        )
        const { provider, connection } = await fixture.connect(answers)
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        fixture.later(HOUR)
        await fixture.run(REFRESH)
        expect(provider.requests).toHaveLength(1)
        return { provider, connection }
    }
    /** Runs a week of jobs; returns the days on which they ran. */
    const week = async () => {
        const days = new Set<string>()
        for (let hour = 0; hour < 7 * 24; hour += 12) {
            fixture.later(12 * HOUR)
            await fixture.run(FIND)
            await fixture.run(REFRESH)
            days.add(new Date(fixture.instance.clock.now()).toISOString().slice(0, 10))
        }
        return days
    }

    it('makes no call to the provider in a week of jobs, and continues after adoption', async () => {
        const { provider, connection } = await rotating()
        setId('copy')
        const days = await week()
        expect(provider.requests).toHaveLength(1)
        expect(await warnings()).toBe(days.size)
        expect(events()).toBe(1)
        for (const method of ['checkAndRefresh', 'refresh'] as const)
            expect(await fixture.call(method, connection)).toMatchObject({
                outcome: 'retry_later',
                accessTokenExpiresIn: null,
                message: expect.stringContaining(WARNING) as string,
            })
        expect(provider.requests).toHaveLength(1)

        expect(await note()).toMatchObject({ cloned: true, instance: 'copy' })
        expect(await asAdmin(fixture.instance, 'POST', INSTANCE, {})).toMatchObject({
            noted: 'copy',
            cloned: false,
        })
        await fixture.run(REFRESH)
        expect(provider.requests).toHaveLength(2)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
    })

    it('notifies the fallback group once, and again for a copy of the copy', async () => {
        const group = fixture.insert('sys_user_group', { name: 'Integrations', email: 'team@example.com' })
        fixture.property('fallback_group', group)
        await rotating()
        const before = fixture.mails().length
        for (const id of ['copy', 'copy', 'copy of the copy']) {
            setId(id)
            fixture.later(DAY)
            await fixture.run(REFRESH)
        }
        expect(fixture.mails().slice(before)).toEqual(
            Array(2).fill(
                'team@example.com: OpenFin: OAuth token refresh is stopped on this copy of an instance'
            )
        )
    })

    it('drops copied queued events', async () => {
        const { provider, connection } = await rotating()
        const row = (await fixture.row(connection))!
        const claim = { claimed_by: 'run', claimed_until: '2099-01-01 00:00:00' }
        fixture.instance.records.update('x_opfi_openfin_token_status', row.sys_id, claim)
        await fixture.script(
            `var row = new GlideRecord('x_opfi_openfin_token_status'); row.get('${row.sys_id}');
            gs.eventQueue('x_opfi_openfin.token_due', row, 'run', '300 604800 1 original')`,
            'x_opfi_openfin'
        )
        await fixture.run(FIND)
        expect(provider.requests).toHaveLength(1)
    })

    it.each([
        ['has no id', ''],
        ['was renamed and keeps its id', undefined],
    ])('is not suspected if the instance %s', async (_, id) => {
        const { provider } = await rotating()
        if (id === undefined)
            fixture.instance.records.updateMultiple('sys_properties', 'name=instance_name', {
                value: 'new',
            })
        else setId(id)
        fixture.later(2 * HOUR)
        await fixture.run(REFRESH)
        expect(provider.requests).toHaveLength(2)
        expect(await note()).toMatchObject({ cloned: false })
    })

    it('is readable for the app’s administrators only', async () => {
        await fixture.run(FIND)
        const { instance } = fixture
        const status = async (authorization: string) =>
            (await fetch(instance.url + INSTANCE, { method: 'POST', headers: { authorization } })).status
        const basic = (user: string) => `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`
        expect(await status('')).toBe(401)
        expect(await status(basic('beth.anglin'))).toBe(403)
    })

    it('can also be adopted on the form of the property', async () => {
        await rotating()
        setId('copy')
        await fixture.run(FIND)
        const press = () =>
            asAdmin(fixture.instance, 'POST', '/local/ui-actions/run', {
                name: 'This instance has connections of its own',
                table: 'sys_properties',
                sys_id: fixture.stored('sys_properties', 'name=instance_id')[0]?.['sys_id'],
            })
        expect(await press()).toMatchObject({ result: { shown: true } })
        expect(await note()).toMatchObject({ noted: 'copy', cloned: false })
        expect(await press()).toMatchObject({ result: { shown: false } })
    })
})
