import { RefreshFixture } from '../token-refresh/fixture'
import { userNamed } from '../token-refresh/people'
import { playScriptOtherwise } from '../variants/other-platform'
import { setProperty } from '../variants/settings'

/** A job that sends nothing of its own here; the instance processes events after it. */
const NOTICES = 'OpenFin: expiry notices'
const DAY_MS = 86_400_000

/** Subject and first lines of the plain text of each mail; `E` is the end of the token. */
const MAILS: [event: string, parm2: string, subject: string, text: string][] = [
    [
        'token_expiring',
        '3',
        'OAuth-Verbindung läuft in 2 Tagen ab: Ledger',
        'Das Refresh-Token von Ledger läuft in 2 Tagen ab und wird nicht automatisch erneuert.',
    ],
    [
        'token_expired',
        '0',
        'OAuth-Verbindung abgelaufen: Ledger',
        'Das Refresh-Token von Ledger ist abgelaufen.',
    ],
    [
        'token_reauthorize',
        '',
        'Neue Zustimmung nötig: Ledger',
        'Die OAuth-Verbindung Ledger lässt sich nicht mehr automatisch erneuern.',
    ],
    [
        'token_failing',
        '',
        'Erneuerung des OAuth-Tokens schlägt fehl: Ledger',
        'Mehrere Erneuerungen des OAuth-Tokens von Ledger sind nacheinander fehlgeschlagen.',
    ],
    [
        'token_recovered',
        '',
        'OAuth-Verbindung wiederhergestellt: Ledger',
        'Die OAuth-Verbindung Ledger funktioniert wieder.',
    ],
    [
        'token_expiring',
        'digest 2026-11-28 05:30:00',
        '1 OAuth-Verbindungen laufen bald ab',
        'Die Refresh-Tokens dieser Verbindungen laufen bald ab und werden nicht automatisch erneuert.',
    ],
]

describe('mails to somebody whose language is German', () => {
    let fixture: RefreshFixture
    let beth: string

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        fixture.notices('enabled', 'false')
        beth = userNamed(fixture, 'beth.anglin')
        fixture.instance.records.update('sys_user', beth, { preferred_language: 'de' })
        fixture.instance.records.snapshot()
    })
    afterEach(() => fixture.instance.records.restore())
    afterAll(() => fixture.close())

    const status = (values: Record<string, string> = {}) => {
        const entity = fixture.insert('oauth_entity', { name: 'Contoso', type: 'oauth_provider' })
        const profile = fixture.insert('oauth_entity_profile', { name: 'Contoso mail', oauth_entity: entity })
        const requestor = fixture.insert('sys_rest_message', { name: 'Ledger' })
        const end = new Date(fixture.instance.clock.now() + 2.5 * DAY_MS)
        return fixture.insert('x_opfi_openfin_token_status', {
            requestor_table: 'sys_rest_message',
            requestor,
            profile,
            consented_by: beth,
            refresh_token_expires: end.toISOString().slice(0, 19).replace('T', ' '),
            ...values,
        })
    }
    const raise = async (event: string, table: string, sysId: string, parm2 = '', parm1 = beth) => {
        await fixture.script(
            `var row = new GlideRecord('${table}'); row.get('${sysId}');
            gs.eventQueue('x_opfi_openfin.${event}', row, '${parm1}', '${parm2}')`,
            'x_opfi_openfin'
        )
        await fixture.run(NOTICES)
        const [mail, ...more] = fixture.stored('sys_email')
        expect(more).toEqual([])
        return {
            subject: mail?.['subject'] ?? '',
            html: mail?.['body'] ?? '',
            text: mail?.['body_text'] ?? '',
        }
    }

    it.each(MAILS)('are German: %s %s', async (event, parm2, subject, firstLine) => {
        const row = status({ noticed: '2026-11-28 05:30:00', notice_to: beth, notice_days: '3' })
        const mail = await raise(event, 'x_opfi_openfin_token_status', row, parm2)
        expect(mail.subject).toBe(subject)
        expect(mail.text.split('\n')[0]).toBe(firstLine)
        expect(mail.html).toContain(`<p>${firstLine}</p>`)
    })

    it('name facts, message and links in German, and the time with its zone', async () => {
        const row = status({
            consent_note: 'Consent by Beth Anglin instead of System Administrator.',
            message:
                'The refresh token was rejected: invalid_grant (it "ended": $1). Get a new one at https://a.example/?b=c',
        })
        const { text } = await raise('token_reauthorize', 'x_opfi_openfin_token_status', row)
        const [, facts = '', advice, links = ''] = text.split('\n\n')
        expect(facts.split('\n').map((line) => line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, 'E'))).toEqual([
            'Verbindung: Ledger (REST Message)',
            'Anbieter: Contoso',
            'OAuth-Profil: Contoso mail',
            'Zustimmung von: Beth Anglin',
            'Geänderte Zustimmung: Zustimmung von Beth Anglin statt von System Administrator.',
            'Läuft ab: E UTC',
            'Einzelheiten: Das Refresh-Token wurde abgelehnt: invalid_grant (it "ended": $1). Ein neues erhalten Sie über https://a.example/?b=c',
        ])
        expect(advice).toMatch(/^Holen Sie ein neues Token/)
        expect(links.split('\n').map((line) => line.split(': ')[0])).toEqual([
            'OAuth-Token holen',
            'Token-Status öffnen',
        ])
    })

    it('refer to their link instead of naming its address once more', async () => {
        const row = status()
        const first = await raise('token_expiring', 'x_opfi_openfin_token_status', row, '3')
        const [, address = ''] = /OAuth-Token holen: (\S+)/.exec(first.text) ?? []
        expect(address).toContain('/oauth_initiator.do?')
        fixture.instance.records.deleteMultiple('sys_email', '')
        fixture.instance.records.update('x_opfi_openfin_token_status', row, {
            message: `No token is stored. Get a token at ${address}`,
        })
        const { text } = await raise('token_reauthorize', 'x_opfi_openfin_token_status', row)
        expect(text).toContain(
            'Einzelheiten: Es ist kein Token gespeichert. Ein Token erhalten Sie über den Link unten\n'
        )
        expect(text.split(address)).toHaveLength(2)
    })

    it('tell of a copied instance in German, with a link to the setup page', async () => {
        const state = fixture.insert('x_opfi_openfin_state', { name: 'instance_id', value: 'other' })
        const { subject, text } = await raise(
            'cloned',
            'x_opfi_openfin_state',
            state,
            'This instance is a copy.'
        )
        expect(subject).toBe(
            'OpenFin: Die Erneuerung von OAuth-Tokens ist auf dieser Kopie einer Instanz angehalten'
        )
        expect(text).toMatch(/^Diese Instanz ist die Kopie einer anderen\./)
        expect(text).toMatch(/Einrichtungsseite öffnen: http\S+\/x_opfi_openfin_setup\.do$/)
        expect(text).not.toContain('This instance')
    })

    describe('where the platform is otherwise than assumed', () => {
        const MAIL_SCRIPTS = { table: 'sys_script_include', query: 'name=OAuthTokenMails', column: 'script' }
        const ENGLISH = {
            subject: 'OAuth connection expires in 2 days: Ledger',
            intro: 'The refresh token of Ledger expires in 2 days, and it is not renewed automatically.',
        }
        const german = /Verbindung|erneuert|abgelaufen|öffnen/

        it.each([
            ['returns nothing', '() => null'],
            ['returns an empty text', "() => ''"],
            ['returns keys without their values', '(key) => key'],
            ['is refused', 'refused'],
        ])('F-UI-8 gs.getMessage() %s: the mail is English, with its values', async (_what, getMessage) => {
            const script = `const real = glide.gs; glide.gs = REPLACED(real, { getMessage: ${getMessage} })`
            const undo = playScriptOtherwise(fixture.instance, MAIL_SCRIPTS, script)
            const mail = await raise('token_expiring', 'x_opfi_openfin_token_status', status(), '3')
            undo()
            expect([mail.subject, mail.text.split('\n')[0]]).toEqual([ENGLISH.subject, ENGLISH.intro])
            expect(mail.text + mail.html).not.toMatch(/\{\d\}/)
        })

        it.each(['enabled', 'session.language.change.enabled'])(
            'F-JOB-12 mail scripts run in the language of the instance (%s is false): one English mail, no mixture',
            async (name) => {
                setProperty(fixture.instance, `glide.email.outbound.static_translation.${name}`, 'false')
                const mail = await raise('token_expiring', 'x_opfi_openfin_token_status', status(), '3')
                expect([mail.subject, mail.text.split('\n')[0]]).toEqual([ENGLISH.subject, ENGLISH.intro])
                expect(mail.subject + mail.text + mail.html).not.toMatch(german)
            }
        )

        it('F-JOB-12 a subject that a script sets is not taken: the subject of the notification stands', async () => {
            fixture.instance.records.query('sys_script_email', {}).forEach((row) => {
                const script = `email.setSubject = function () {};\n${row['script'] ?? ''}`
                fixture.instance.records.update('sys_script_email', row['sys_id'] ?? '', { script })
            })
            const mail = await raise('token_expiring', 'x_opfi_openfin_token_status', status(), '3')
            expect(mail.subject).toBe('OAuth connection expires soon')
            expect(mail.text).toMatch(german)
        })

        it('F-JOB-13 one mail for people of several languages: it is in one of them, and reaches all', async () => {
            setProperty(fixture.instance, 'glide.email.outbound.static_translation.enabled', 'false')
            const group = fixture.insert('sys_user_group', { name: 'Owners', active: '1' })
            for (const user of [beth, userNamed(fixture, 'abel.tuter')])
                fixture.insert('sys_user_grmember', { group, user })
            await raise('token_expiring', 'x_opfi_openfin_token_status', status(), '3', group)
            const [mail] = fixture.stored('sys_email')
            expect((mail?.['recipients'] ?? '').split(',').sort()).toEqual([
                'abel.tuter@example.com',
                'beth.anglin@example.com',
            ])
            expect([mail?.['subject'], mail?.['body_text']?.split('\n')[0]]).toEqual([
                ENGLISH.subject,
                ENGLISH.intro,
            ])
        })
    })
})
