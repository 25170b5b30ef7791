import { dictionary, pack, SCOPE, zoo } from '../../local-instance/test/deployment/app'
import { upload } from '../../local-instance/test/deployment/instance'
import { asAdmin } from '../../examples/echo/as-admin'
import { requestToken } from '../../examples/echo/tokens'
import type { Connection } from '../../examples/echo/register-provider'
import { tokens } from '../outbound/scripted-provider'
import { ADMIN_AUTHORIZATION } from '../support/deployed-instance'
import { playScriptOtherwise, type ScriptPlace } from '../variants/other-platform'
import { FIND, REFRESH, RefreshFixture } from './fixture'

const RULE = 'x_opfi_openfin_refresh_rule'
const TABLE = `${SCOPE}_site`
const HOUR = 3600

/** A table of an unrelated application. */
const SITE = dictionary(
    TABLE,
    `    <element name="name" type="string" label="Name" max_length="60" display="true"/>
    <element name="sharepoint" type="boolean" label="SharePoint" default_value="true"/>
    <element name="oauth_profile" type="reference" reference="oauth_entity_profile" label="OAuth profile"/>`
)

/** A table whose records reference the profile by a dot-walk. */
const LINK = `${SCOPE}_link`
const LINKS = dictionary(
    LINK,
    `    <element name="name" type="string" label="Name" max_length="60" display="true"/>
    <element name="site" type="reference" reference="${TABLE}" label="Site"/>`
)

describe('tables of other scopes', () => {
    let fixture: RefreshFixture
    let connection: Connection
    let asked: () => number

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        const { status } = await upload(fixture.instance.url, {
            zip: pack(zoo({ [`dictionary/${TABLE}.xml`]: SITE, [`dictionary/${LINK}.xml`]: LINKS })),
            query: 'sysparm_request_type=custom_app',
            headers: { authorization: ADMIN_AUTHORIZATION },
        })
        expect(status).toBe(200)
        const made = await fixture.connect([tokens({ refresh_token: 'r1', expires_in: HOUR })])
        const requestor = fixture.insert(TABLE, {
            name: 'Intranet',
            sharepoint: '1',
            oauth_profile: made.connection.profile,
        })
        connection = { ...made.connection, requestor }
        expect((await requestToken(fixture.instance, connection, 'authorization_code')).error).toBe('')
        made.provider.requests.length = 0
        asked = () => made.provider.requests.length
        fixture.instance.records.snapshot()
    })
    afterEach(() => fixture.instance.records.restore())
    afterAll(() => fixture.close())

    const post = (values: Record<string, string> = {}) =>
        fixture.instance.admin<{ result?: { sys_id: string } }>('POST', `/api/now/table/${RULE}`, {
            name: 'Sites',
            table: TABLE,
            condition: 'sharepoint=true',
            profile_field: 'oauth_profile',
            ...values,
        })
    const track = (tracking: string) =>
        fixture.instance.records.updateMultiple('sys_scope', 'scope=x_opfi_openfin', {
            runtime_access_tracking: tracking,
        })

    it('a rule created manually through the Table API keeps their tokens alive', async () => {
        const before = asked()
        fixture.forget(connection, 'access_token')
        expect((await post()).status).toBe(201)
        await fixture.run('OpenFin: find OAuth tokens')
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({
            requestor_table: TABLE,
            requestor: connection.requestor,
            profile: connection.profile,
            outcome: 'refreshed',
        })
        expect(asked()).toBe(before + 1)
    })

    it.each([SCOPE, 'global', 'x_opfi_openfin'])(
        'a background script in the scope %s calls the script include with a field',
        async (scope) => {
            fixture.forget(connection, 'access_token')
            const options = { table: TABLE, scope }
            const call = { requestor: connection.requestor, profile: 'oauth_profile' }
            expect(await fixture.call('checkAndRefresh', call, options)).toMatchObject({
                outcome: 'refreshed',
            })
            expect(await fixture.call('checkAndRefresh', call, options)).toMatchObject({ outcome: 'valid' })
        }
    )

    it('the ten lines of the admin guide keep them alive too', async () => {
        fixture.forget(connection, 'access_token')
        const script = `var refresher = new x_opfi_openfin.OAuthTokenRefresher()
            var site = new GlideRecord('${TABLE}')
            site.addQuery('sharepoint', true)
            site.addNotNullQuery('oauth_profile')
            site.query()
            while (site.next()) {
                var result = refresher.checkAndRefresh(site, 'oauth_profile')
                if (result.outcome == 'reauthorize' || result.outcome == 'retry_later')
                    gs.warn(site.getDisplayValue() + ': ' + result.message)
            }
            result.outcome`
        expect(await fixture.script(script, SCOPE)).toBe('refreshed')
    })

    it('H67 with enforced access a rule is rejected, the log names the privilege, and with it the rule works', async () => {
        track('enforcing')
        expect((await post()).status).toBe(403)
        expect((await fixture.log()).filter((line) => line.startsWith('Refresh rule'))).toEqual([
            `Refresh rule "Sites" not saved. The app has no read access to ${TABLE}. Make the table accessible from all ` +
                'application scopes, and grant a cross-scope privilege: source scope "OpenFin for ServiceNow", target name ' +
                `${TABLE}, type Table, operation Read.`,
        ])
        // The administrator allows the privilege that the platform recorded as requested.
        const [noted] = fixture.stored('sys_scope_privilege', `target_name=${TABLE}`)
        expect(noted).toMatchObject({ operation: 'read', status: 'requested' })
        await asAdmin(fixture.instance, 'PATCH', `/api/now/table/sys_scope_privilege/${noted?.['sys_id']}`, {
            status: 'allowed',
        })
        fixture.forget(connection, 'access_token')
        expect((await post()).status).toBe(201)
        await fixture.run(REFRESH)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
    })

    it('H67 with enforced access a dot-walk to another table is reported with its table, the others continue, and with the privilege it works', async () => {
        const other = await fixture.connect([tokens({ refresh_token: 'r1', expires_in: HOUR })])
        const link = fixture.insert(LINK, { name: 'Link', site: connection.requestor })
        const walk = { table: LINK, condition: '', profile_field: 'site.oauth_profile', order: '1' }
        expect((await post(walk)).status).toBe(201)
        track('enforcing')
        const scope = fixture.stored('sys_scope', 'scope=x_opfi_openfin')[0]?.['sys_id'] ?? ''
        const allow = (table: string) =>
            fixture.insert('sys_scope_privilege', {
                source_scope: scope,
                target_scope: 'global',
                target_type: 'sys_db_object',
                target_name: table,
                operation: 'read',
                status: 'allowed',
            })
        allow(LINK)
        await fixture.rule({ condition: `sys_id=${other.connection.requestor}` })
        expect(await fixture.row(other.connection)).toBeDefined()
        expect((await fixture.log()).join('\n')).toMatch(
            new RegExp(`Refresh rule "Sites" could not be applied.*\\b${TABLE}\\b`)
        )
        fixture.instance.records.deleteMultiple('sys_scope_privilege', `target_name=${TABLE}`)
        allow(TABLE)
        await fixture.run('OpenFin: find OAuth tokens')
        expect(fixture.stored('x_opfi_openfin_token_status', `requestor=${link}`)).toHaveLength(1)
    })

    it('an enforced runtime policy also rejects the rule, and with a segment policy for records any table may be named', async () => {
        const { records } = fixture.instance
        records.updateMultiple('sys_app', 'scope=x_opfi_openfin', { application_runtime_policy: 'enforcing' })
        expect((await post()).status).toBe(403)
        records.insert('sys_arp_segment_policy', {
            arp_record: '1',
            sys_scope: records.first('sys_app', 'scope=x_opfi_openfin')?.['sys_id'] ?? '',
        })
        fixture.forget(connection, 'access_token')
        expect((await post()).status).toBe(201)
        await fixture.run('OpenFin: find OAuth tokens')
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
    })

    it.each([
        ['in other words', "throw new Error('ARP violation')", 'ARP violation'],
        ['by a text', "throw 'ARP violation'", 'ARP violation'],
        ['by an exception without a text', 'throw {}', 'the platform gives no reason'],
        ['by nothing', 'throw null', 'the platform gives no reason'],
    ])(
        'F-HARD-26 an access that is refused %s: the rule is not saved or applied, the others go on',
        async (_how, script, reason) => {
            const other = await fixture.connect([tokens({ refresh_token: 'r1', expires_in: HOUR })])
            const refuse = `const Real = glide.GlideRecord
            glide.GlideRecord = function (table) {
                const real = new Real(table)
                return table === '${TABLE}' ? REPLACED(real, { query: () => { ${script} } }) : real
            }`
            const places: ScriptPlace[] = [
                {
                    table: 'sys_script',
                    query: 'name=OpenFin: reject invalid refresh rules',
                    column: 'script',
                },
                { table: 'sysauto_script', query: `name=${FIND}`, column: 'script' },
            ]
            expect((await post({ order: '1' })).status).toBe(201)
            await fixture.rule({ condition: `sys_id=${other.connection.requestor}` })
            const before = fixture.stored('x_opfi_openfin_token_status').length
            for (const place of places) playScriptOtherwise(fixture.instance, place, refuse)
            expect((await post({ name: 'More sites' })).status).toBe(403)
            await fixture.run(FIND)
            expect(fixture.stored('x_opfi_openfin_token_status')).toHaveLength(before)
            expect(await fixture.row(other.connection)).toBeDefined()
            const log = (await fixture.log()).join('\n')
            expect(log).toContain(
                `Refresh rule "More sites" not saved. The app has no read access to ${TABLE}.`
            )
            expect(log).toContain(`Refresh rule "Sites" could not be applied: ${reason}`)
        }
    )

    it('a tracking runtime policy rejects no rule, and records the table for the administrator', async () => {
        const { records } = fixture.instance
        records.updateMultiple('sys_app', 'scope=x_opfi_openfin', { application_runtime_policy: 'tracking' })
        expect((await post()).status).toBe(201)
        expect(fixture.stored('sys_scope_privilege', `target_name=${TABLE}`)).toMatchObject([
            { operation: 'read', status: 'allowed' },
        ])
    })

    it('H67 a table that no longer allows reads by other scopes: its rule is reported, the others continue', async () => {
        const other = await fixture.connect([tokens({ refresh_token: 'r1', expires_in: HOUR })])
        expect((await post({ order: '1' })).status).toBe(201)
        await fixture.run(REFRESH)
        fixture.instance.records.updateMultiple('sys_db_object', `name=${TABLE}`, { read_access: 'false' })
        await fixture.rule({ condition: `sys_id=${other.connection.requestor}` })
        expect(await fixture.row(other.connection)).toBeDefined()
        expect((await fixture.log()).join('\n')).toContain('Refresh rule "Sites" could not be applied')
    })
})
