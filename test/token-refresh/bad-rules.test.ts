import { FIND, RefreshFixture } from './fixture'

const RULE = 'x_opfi_openfin_refresh_rule'
const PROFILE = 'a'.repeat(32)
const GOOD = {
    name: 'Good',
    table: 'sys_rest_message',
    profile_field: 'oauth2_profile',
    condition: 'authentication_type=oauth2',
}

/** Invalid rules, and the log message for each. */
const BAD: [string, Record<string, string>, string][] = [
    ['an unknown table', { table: 'sys_rest_mesage' }, 'The table sys_rest_mesage does not exist.'],
    ['no table', { table: '' }, 'The rule needs a table.'],
    ['an invalid table name', { table: 'sys_user; drop' }, 'Invalid table name.'],
    ['no name', { name: ' ' }, 'The rule needs a name.'],
    ['an unknown field', { profile_field: 'oauth_profil' }, 'sys_rest_message has no field oauth_profil.'],
    [
        'a path through a column that is not a reference',
        { profile_field: 'name.oauth2_profile' },
        'sys_rest_message has no field name.oauth2_profile.',
    ],
    [
        'an unknown field at the end of a path',
        { profile_field: 'oauth2_profile.nothing' },
        'sys_rest_message has no field oauth2_profile.nothing.',
    ],
    [
        'a profile field that is not a reference',
        { profile_field: 'name' },
        'name does not reference an OAuth profile (oauth_entity_profile).',
    ],
    [
        'a profile field that references another table',
        { profile_field: 'oauth2_profile.oauth_entity' },
        'oauth2_profile.oauth_entity does not reference an OAuth profile (oauth_entity_profile).',
    ],
    ['both a field and a profile', { profile: PROFILE }, 'not both.'],
    ['neither a field nor a profile', { profile_field: '' }, 'not both.'],
    ['an unknown profile', { profile_field: '', profile: PROFILE }, 'The OAuth profile does not exist.'],
    [
        'a condition on an unknown field',
        { condition: 'authentification=oauth2' },
        'sys_rest_message has no field authentification.',
    ],
    [
        'an unknown field beside a known one',
        { condition: 'authentication_type=oauth2^colour=red' },
        'sys_rest_message has no field colour.',
    ],
    [
        'an unknown field in an alternative',
        { condition: 'authentication_type=oauth2^NQcolour=red' },
        'sys_rest_message has no field colour.',
    ],
    ['an unknown operator', { condition: 'authentication_type~oauth2' }, 'has no supported operator'],
    ['a typo in an operator', { condition: 'nameSTARTSWIHTo' }, 'has no supported operator'],
    ['words', { condition: 'a term without a comparison' }, 'has no supported operator'],
    [
        'a field with a capital letter',
        { condition: 'Authentication_type=oauth2' },
        'does not start with a field name',
    ],
    ['an empty part', { condition: 'authentication_type=oauth2^^name=x' }, 'it contains an empty term'],
    ['only an order', { condition: 'ORDERBYname' }, 'it contains no comparison'],
    ['ANYTHING', { condition: 'nameANYTHING' }, 'has no supported operator'],
    ['an operator without its value', { condition: 'nameSTARTSWITH' }, 'has no value'],
    ['an empty list', { condition: 'sys_idIN' }, 'has no value'],
    [
        'a value for an operator without one',
        { condition: 'nameISNOTEMPTYx' },
        'has a value, but its operator takes none',
    ],
    ['a script', { condition: 'name=javascript:new Evil().run()' }, 'runs a script'],
    [
        'a script behind a function of the platform',
        { condition: 'name=javascript:gs.getUserID();new Evil()' },
        'runs a script',
    ],
    [
        'a second equals sign',
        { condition: 'name==To the provider' },
        '"=To the provider" is not a valid value of name',
    ],
    [
        'an invalid number',
        { condition: 'sys_mod_count>many' },
        '"many" is not a valid value of sys_mod_count',
    ],
    [
        'a list with an invalid number',
        { condition: 'sys_mod_countIN1,x' },
        '"1,x" is not a valid value of sys_mod_count',
    ],
    [
        'an invalid date',
        { condition: 'sys_created_on>31.1.2026' },
        '"31.1.2026" is not a valid value of sys_created_on',
    ],
    [
        'an invalid boolean',
        { table: 'sys_email_account', profile_field: 'oauth_profile', condition: 'active=tru' },
        '"tru" is not a valid value of active',
    ],
    ['an invalid lead time', { access_lead_s: '-5' }, 'must be between 0 and'],
    ['a lead time of years', { refresh_lead_s: '99999999' }, 'must be between 0 and'],
]

describe('H68 invalid rules', () => {
    let fixture: RefreshFixture

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
    })
    afterAll(() => fixture.close())

    const write = (method: string, path: string, body: unknown) =>
        fixture.instance.admin<{ error?: { message: string; detail: string }; result?: { sys_id: string } }>(
            method,
            `/api/now/table/${RULE}${path}`,
            body
        )
    const rules = () => fixture.stored(RULE, 'ORDERBYsys_id')
    const newLines = async (before: string[]) => (await fixture.log()).slice(before.length).join('\n')

    it('a valid rule is stored, so the invalid ones differ only in their defect', async () => {
        const { status, body } = await write('POST', '', GOOD)
        expect(status).toBe(201)
        expect(rules().map(({ sys_id }) => sys_id)).toContain(body.result?.sys_id)
    })

    it.each(BAD)(
        '%s is rejected at insert and at update, with the reason in the log',
        async (_what, values, why) => {
            const before = rules()
            const log = await fixture.log()
            const inserted = await write('POST', '', { ...GOOD, ...values })
            expect([inserted.status, inserted.body.error?.message]).toEqual([403, 'Operation Failed'])
            expect(await newLines(log)).toContain(why)
            const good = before.find(({ name }) => name === 'Good')
            const updated = await write('PATCH', `/${good?.['sys_id']}`, values)
            expect(updated.status).toBe(403)
            expect(rules()).toEqual(before)
        }
    )

    it.each(BAD.slice(0, 3).concat(BAD.slice(17, 20)))(
        '%s is rejected when a script writes it',
        async (_what, values) => {
            const before = rules()
            const set = Object.entries({ ...GOOD, ...values })
                .map(([name, value]) => `rule.setValue('${name}', ${JSON.stringify(value)})`)
                .join('\n')
            const insert = `var rule = new GlideRecord('${RULE}'); rule.initialize(); ${set}
                String(rule.insert())`
            expect(await fixture.script(insert, 'x_opfi_openfin')).toBe('null')
            // Scripts of other scopes may not write rules at all.
            await expect(fixture.script(insert)).rejects.toThrow('cross-scope access policy')
            expect(rules()).toEqual(before)
        }
    )

    it.each([
        ['', 'an empty condition matches all records'],
        ['sys_created_on>javascript:gs.beginningOfLast7Days()', 'a platform function for a date'],
        [
            "sys_created_on>=javascript:gs.dateGenerate('2026-01-31','00:00:00')",
            'a date as the condition builder writes it',
        ],
        ['sys_created_onBETWEEN2026-01-01@2026-02-01 12:00:00', 'two dates'],
        ['sys_mod_countIN1, 2^sys_mod_count!=', 'numbers, and a non-empty number'],
        ['nameSTARTSWITHTo^ORnameLIKEx^sys_idISNOTEMPTY', 'several comparisons'],
        ['name=^EQ', 'an empty field, and the end marker of the condition builder'],
        ['oauth2_profile.oauth_entity.nameSTARTSWITHx', 'a field through references'],
    ])('%j is allowed: %s', async (condition) => {
        const { status, body } = await write('POST', '', { ...GOOD, active: 'false', condition })
        expect(status).toBe(201)
        expect(rules().find(({ sys_id }) => sys_id === body.result?.sys_id)?.['condition'] ?? '').toBe(
            condition
        )
    })

    it('a column that is dropped after the rule was saved: finds nothing instead of everything, and logs it', async () => {
        const store = fixture.instance.records
        store.define({
            name: 'u_connection',
            label: 'Connection',
            columns: [
                { name: 'u_kind', type: 'string', label: 'Kind' },
                {
                    name: 'u_profile',
                    type: 'reference',
                    label: 'Profile',
                    reference: 'oauth_entity_profile',
                },
            ],
        })
        const profile = fixture.insert('oauth_entity_profile', { name: 'Any' })
        for (const kind of ['sharepoint', 'other', 'other'])
            fixture.insert('u_connection', { u_kind: kind, u_profile: profile })
        const rule = await fixture.rule({
            name: 'SharePoint',
            table: 'u_connection',
            condition: 'u_kind=sharepoint',
            profile_field: 'u_profile',
        })
        expect(await fixture.rows(`rule=${rule}`)).toHaveLength(1)
        store.deleteMultiple('sys_dictionary', 'name=u_connection^element=u_kind')
        const log = await fixture.log()
        await fixture.run(FIND)
        expect(await fixture.rows(`rule=${rule}`)).toHaveLength(1)
        expect(await newLines(log)).toContain(
            'Refresh rule "SharePoint" could not be applied: Invalid condition: u_connection has no field u_kind.'
        )
    })
})
