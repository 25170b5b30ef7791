import { tokens } from '../outbound/scripted-provider'
import { REFRESH, RefreshFixture, FIND } from '../token-refresh/fixture'
import { userNamed } from '../token-refresh/people'

const NOTICES = 'OpenFin: expiry notices'
const HOUR = 3600
const DAY = 24 * HOUR
const ADMIN = 'admin@example.com'

describe('expiry notices', () => {
    let fixture: RefreshFixture

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        fixture.notices('watch', 'outbound')
        fixture.instance.records.snapshot()
    })
    afterEach(() => fixture.instance.records.restore())
    afterAll(() => fixture.close())

    const store = () => fixture.instance.records
    /** A connection with a refresh token that ends after so many days. */
    const connect = (days: number, further: number[] = []) =>
        fixture.connect(
            further.map((each) =>
                tokens({ refresh_token: 'again', expires_in: HOUR, refresh_token_expires_in: each * DAY })
            ),
            {
                first: tokens({
                    refresh_token: 'r0',
                    expires_in: HOUR,
                    refresh_token_expires_in: Math.round(days * DAY),
                }),
            }
        )
    /** Mails by the day of a fortnight, where there are any. */
    const days = async (count: number, every = DAY) => {
        const sent: [number, string][] = []
        for (let passed = 0; passed <= count * DAY; passed += every) {
            const before = fixture.mails().length
            await fixture.run(NOTICES)
            for (const mail of fixture.mails().slice(before)) sent.push([Math.floor(passed / DAY), mail])
            fixture.later(every)
        }
        return sent
    }
    const FORTNIGHT = [
        [1, `${ADMIN}: OAuth connection expires in 13 days: it`],
        [8, `${ADMIN}: OAuth connection expires in 6 days: it`],
        [12, `${ADMIN}: OAuth connection expires in 2 days: it`],
        [14, `${ADMIN}: OAuth connection expires in less than a day: it`],
        [15, `${ADMIN}: OAuth connection expired: it`],
    ]

    it('H69 H70 are sent once per threshold to whoever consented, in a fortnight day by day', async () => {
        await connect(15)
        fixture.later(60)
        expect(await days(20)).toEqual(FORTNIGHT)
    })

    it('H70 are the same hour by hour', async () => {
        await connect(15)
        fixture.later(60)
        expect(await days(16, HOUR)).toEqual(FORTNIGHT)
    })

    it('H71 begin anew after a new consent', async () => {
        const { connection } = await connect(2)
        await fixture.run(NOTICES)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toHaveLength(1)
        const holder = `oauth_requestor_profile.requestor_id=${connection.requestor}^type=refresh_token`
        const renewed = new Date(fixture.instance.clock.now() + 20 * DAY * 1000)
        store().updateMultiple('oauth_credential', holder, {
            expires: renewed.toISOString().slice(0, 19).replace('T', ' '),
        })
        await fixture.run(NOTICES)
        fixture.later(18 * DAY)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([
            `${ADMIN}: OAuth connection expires in 1 day: it`,
            `${ADMIN}: OAuth connection expires in 1 day: it`,
        ])
    })

    it('H71 begin anew after the end was told as well, for watched tokens and those of a rule', async () => {
        const watched = (await connect(1)).connection
        const { connection: ruled } = await connect(1, [20, 2])
        await fixture.rule({ condition: `sys_id=${ruled.requestor}` })
        fixture.property('enabled', 'false')
        fixture.later(DAY + 60)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toHaveLength(2)
        fixture.property('enabled', 'true')
        for (const connection of [watched, ruled]) {
            const end = new Date(fixture.instance.clock.now() + 2 * DAY * 1000)
            store().updateMultiple(
                'oauth_credential',
                `oauth_requestor_profile.requestor_id=${connection.requestor}^type=refresh_token`,
                { expires: end.toISOString().slice(0, 19).replace('T', ' ') }
            )
        }
        // A new consent for the one; the other is refreshed.
        fixture.later(60)
        await fixture.run(REFRESH)
        expect(await fixture.row(ruled)).toMatchObject({
            outcome: 'refreshed',
            notice_days: '',
            notice_end: '',
        })
        fixture.property('enabled', 'false')
        await fixture.run(NOTICES)
        expect(fixture.mails().slice(2)).toEqual([`${ADMIN}: OAuth connection expires in 1 day: it`])
        expect(await fixture.row(watched)).toMatchObject({ outcome: 'valid', notice_days: '3' })
        fixture.later(18 * DAY)
        await fixture.run(NOTICES)
        expect(fixture.mails().slice(3).sort()).toEqual([
            `${ADMIN}: OAuth connection expired: it`,
            `${ADMIN}: OAuth connection expires in 1 day: it`,
        ])
    })

    it('leave out tokens that their rule renews, and tell of those whose end stays', async () => {
        const { connection } = await connect(10, [10, 3])
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([])
        // The provider extends the token once, and then no more.
        fixture.later(5 * DAY)
        await fixture.run(REFRESH)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([])
        fixture.later(4 * DAY)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed', end_kept: 'true' })
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([`${ADMIN}: OAuth connection expires in 5 days: it`])
    })

    it.each([
        ['the refresh is switched off', () => fixture.property('enabled', 'false')],
        [
            'it keeps failing',
            (row: string) => store().update('x_opfi_openfin_token_status', row, { failures: '3' }),
        ],
    ])('tell of a token of a rule while %s', async (_, spoil) => {
        const { connection } = await connect(5)
        await fixture.rule({ condition: `sys_id=${connection.requestor}`, notice_days: '6' })
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([])
        spoil((await fixture.row(connection))!.sys_id)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([`${ADMIN}: OAuth connection expires in 4 days: it`])
    })

    it('H70 go to the recipients of the rule, else to whoever consented, else to the fallback group', async () => {
        const { connection } = await connect(5)
        const beth = userNamed(fixture, 'beth.anglin')
        await fixture.rule({ condition: `sys_id=${connection.requestor}`, notify_user: beth })
        fixture.property('enabled', 'false')
        await fixture.run(NOTICES)
        store().update('sys_user', beth, { active: '0' })
        fixture.later(3 * DAY)
        await fixture.run(NOTICES)
        store().updateMultiple('sys_user', 'user_name=admin', { notification: '1' })
        fixture.property(
            'fallback_group',
            fixture.insert('sys_user_group', { name: 'x', email: 'x@example.com' })
        )
        fixture.later(DAY)
        await fixture.run(NOTICES)
        expect(fixture.mails().map((mail) => mail.split(':')[0])).toEqual([
            'beth.anglin@example.com',
            ADMIN,
            'x@example.com',
        ])
    })

    it('become one mail for a person who would get more than ten', async () => {
        for (let number = 0; number < 11; number++) await connect(2)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([`${ADMIN}: 11 OAuth connections expire soon`])
        const [{ body = '' } = {}] = fixture.stored('sys_email')
        expect(body?.match(/To Provider \d+/g)).toHaveLength(11)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toHaveLength(1)
    })

    it('name the connection, the provider, who consented and when it ends, with one link to a new consent', async () => {
        const { connection } = await connect(2)
        await fixture.run(NOTICES)
        const [mail] = fixture.stored('sys_email')
        for (const text of [mail?.['body'], mail?.['body_text']]) {
            expect(text).toMatch(/To Provider \d+ \(REST Message\)/)
            expect(text).toContain('System Administrator')
            expect(text).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)
            expect(text).toContain(`oauth_requestor=${connection.requestor}`)
            expect(text).not.toMatch(/r0/)
        }
    })

    it('watch nothing without the property, and what this instance issued where it is listed', async () => {
        await connect(2)
        fixture.notices('watch', 'rules')
        await fixture.run(NOTICES)
        expect(fixture.stored('x_opfi_openfin_token_status')).toEqual([])
        fixture.notices('watch', 'outbound')
        await fixture.instance.tokensOf('beth.anglin')
        const [registration] = fixture.stored('oauth_entity', 'name=OpenFin')
        fixture.notices('registrations', registration?.['sys_id'] ?? '')
        await fixture.run(NOTICES)
        expect(fixture.mails()).toContainEqual(
            'beth.anglin@example.com: OAuth connection expires in less than a day: OpenFin'
        )
        const [issued] = fixture.stored('x_opfi_openfin_token_status', 'requestor_table=oauth_credential')
        expect(issued).toMatchObject({ rule: null, profile: null })
    })

    it.each([
        ['enabled', 'false'],
        ['watch', 'none'],
    ])('are off where %s is %s', async (name, value) => {
        await connect(2)
        fixture.notices(name, value)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([])
    })

    it('keep the row of an ended token until its notice was sent, and remove it afterwards', async () => {
        const { connection } = await connect(2)
        await fixture.run(FIND)
        fixture.later(2 * DAY + 5 * HOUR)
        fixture.forget(connection, 'refresh_token')
        await fixture.run(FIND)
        expect(fixture.stored('x_opfi_openfin_token_status')).toHaveLength(1)
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([`${ADMIN}: OAuth connection expired: it`])
        await fixture.run(FIND)
        expect(fixture.stored('x_opfi_openfin_token_status')).toEqual([])
    })

    it('stop on a copy of the instance', async () => {
        await connect(2)
        await fixture.run(FIND)
        store().updateMultiple('sys_properties', 'name=instance_id', { value: 'copy' })
        await fixture.run(NOTICES)
        expect(fixture.mails()).toEqual([])
    })
})
