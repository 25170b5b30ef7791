import { registerProvider } from '../../examples/echo/register-provider'
import { held, refreshTokenOf, requestToken } from '../../examples/echo/tokens'
import { startScriptedProvider, tokens } from '../outbound/scripted-provider'
import { FIND, REFRESH, RefreshFixture } from '../token-refresh/fixture'
import { userNamed } from '../token-refresh/people'
import { playScriptOtherwise, type ScriptPlace } from './other-platform'

const HOUR = 3600
const DAY = 24 * HOUR
const STATUS = 'x_opfi_openfin_token_status'
const RULE = 'x_opfi_openfin_refresh_rule'

/** All scripts of the app that write anything down. */
const PLACES: ScriptPlace[] = [
    ...['token_due', 'rules_changed'].map((event) => ({
        table: 'sysevent_script_action',
        query: `event_name=x_opfi_openfin.${event}`,
        column: 'script',
    })),
    ...[REFRESH, FIND].map((job) => ({ table: 'sysauto_script', query: `name=${job}`, column: 'script' })),
    ...['OAuthCustomUtil', 'OAuthTokenRefresher'].map((name) => ({
        table: 'sys_script_include',
        query: `name=${name}`,
        column: 'script',
    })),
    ...['reject invalid refresh rules', 'find tokens after a rule changed'].map((name) => ({
        table: 'sys_script',
        query: `name=OpenFin: ${name}`,
        column: 'script',
    })),
    ...['refresh_rule', 'refresh_status'].map((name) => ({
        table: 'sys_ui_action',
        query: `action_name=x_opfi_openfin_${name}`,
        column: 'script',
    })),
    ...['/request_tokens', '/revoke_token', '/user_info'].map((path) => ({
        table: 'sys_ws_operation',
        query: `relative_path=${path}`,
        column: 'operation_script',
    })),
]

/** `gs` with other members. */
const system = (members: string) => `{ const real = glide.gs; glide.gs = REPLACED(real, ${members}) };`
/** Records of some tables with other members; null: the tables are missing. */
const records = (tables: string[], members: string | null) => `{
    const Real = glide.GlideRecord
    glide.GlideRecord = function (name) {
        if (!${JSON.stringify(tables.map((table) => `x_opfi_openfin_${table}`))}.includes(name)) return new Real(name)
        return ${members === null ? 'refused()' : `REPLACED(new Real(name), ${members})`}
    }
};`
/** The same, and the record that the script is about. */
const current = (members: string) =>
    `${records(['token_status'], members)} if (typeof current !== 'undefined') current = REPLACED(current, ${members});`
const OWN = ['state', 'refresh_attempt', 'refresh_run']
const LOG = system('{ info: refused, warn: refused, error: refused, debug: refused }')
const EVENTS = system('{ eventQueue: refused }')
const MESSAGES = system('{ addInfoMessage: refused, addErrorMessage: refused }')
const PROPERTIES = system('{ setProperty: refused }')

/** What is refused, by which script, and in which places; in all if left out. */
const REFUSED: [string, string, RegExp?][] = [
    ['log lines', LOG],
    ['events', EVENTS],
    ['messages', MESSAGES],
    ['properties', PROPERTIES],
    ...OWN.flatMap((table): [string, string][] => [
        [`${table}: inserts`, records([table], '{ insert: refused }')],
        [`${table}: inserts, without a word`, records([table], '{ insert: () => null }')],
        [`${table}: all other writes`, records([table], '{ update: refused, deleteMultiple: refused }')],
        [`${table}: everything`, records([table], null)],
    ]),
    ['statuses: updates', current('{ update: refused }'), /token_due|script_include/],
    ['statuses: updates, without a word', current('{ update: () => null }'), /token_due|script_include/],
    ['statuses: deletions', records(['token_status'], '{ deleteMultiple: refused }'), /find OAuth/],
    ['claims: deletions', records(['refresh_claim'], '{ deleteMultiple: refused }'), /token_due|sysauto/],
    ['all of it', LOG + EVENTS + MESSAGES + PROPERTIES + records(OWN, null)],
]
const WRITES = REFUSED.map(([what, script, where = /./]) => [what, script, where] as const)
const of = (kinds: RegExp) => WRITES.filter(([what]) => kinds.test(what))

describe('what is written down is refused', () => {
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

    const play = (script: string, where = /./) => {
        for (const place of PLACES.filter(({ table, query }) => where.test(`${table} ${query}`)))
            undo.push(playScriptOtherwise(fixture.instance, place, script))
    }
    const due = async (answers = [tokens({ refresh_token: 'r1', expires_in: HOUR })], people = {}) => {
        const made = await fixture.connect(answers)
        const rule = await fixture.rule({ condition: `sys_id=${made.connection.requestor}`, ...people })
        fixture.later(HOUR)
        return { ...made, rule }
    }

    it.each(WRITES)('%s: the jobs refresh what is due, once', async (what, script, where) => {
        const { provider, connection } = await due()
        play(script, where)
        await fixture.run(FIND)
        await fixture.run(REFRESH)
        expect(provider.requests).toHaveLength(1)
        expect(await refreshTokenOf(fixture.instance, connection)).toBe('r1')
        expect(fixture.stored('x_opfi_openfin_refresh_claim')).toHaveLength(what.startsWith('claims') ? 1 : 0)
        if (!what.startsWith('statuses: updates'))
            expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed', claimed_by: '' })
    })

    it.each([
        ...of(/^(?!refresh_run|.*deletions)/),
        ['reading properties', system('{ getProperty: refused }'), /./] as const,
    ])('%s: a script gets its answer', async (_what, script, where) => {
        const refused = { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) }
        const { connection } = await due([tokens({ refresh_token: 'r1', expires_in: HOUR }), refused])
        play(script, where)
        expect(await fixture.call('refresh', connection)).toMatchObject({ outcome: 'refreshed' })
        fixture.later(2000)
        expect(await fixture.call('refresh', connection)).toMatchObject({
            outcome: 'reauthorize',
            message: expect.stringContaining('/oauth_initiator.do?'),
        })
    })

    it.each(of(/^(log|properties|state|all)/))(
        '%s: OAuthCustomUtil decides about an echo as before',
        async (_what, script, where) => {
            const provider = await startScriptedProvider(tokens({ refresh_token: 'the only one' }))
            try {
                for (const [extend, days] of [
                    ['true', 100],
                    ['false', 90],
                ] as const) {
                    const connection = await registerProvider(fixture.instance, {
                        name: `Echo ${extend}`,
                        clientId: 'us',
                        authUrl: 'http://127.0.0.1/consent',
                        tokenUrl: provider.tokenUrl,
                        apiScript: 'OAuthCustomUtil',
                        entity: {
                            refresh_token_lifespan: String(100 * DAY),
                            extend_refresh_token_expiry: extend,
                        },
                    })
                    await requestToken(fixture.instance, connection, 'authorization_code')
                    fixture.later(10 * DAY)
                    play(script, where)
                    await requestToken(fixture.instance, connection, 'refresh_token')
                    const left = (await held(fixture.instance, connection))?.refreshTokenExpiresIn ?? 0
                    expect([extend, Math.ceil(left / DAY)]).toEqual([extend, days])
                    for (const one of undo.splice(0)) one()
                }
            } finally {
                await provider.close()
            }
        }
    )

    it('people are told by the name that the rule gives them where nobody may be looked up', async () => {
        const refused = { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) }
        const beth = userNamed(fixture, 'beth.anglin')
        const { connection } = await due([refused], { notify_user: beth })
        play(`const Real = glide.GlideRecord
            glide.GlideRecord = function (name) { return /^sys_user/.test(name) ? refused() : new Real(name) }`)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'reauthorize', claimed_by: '' })
        expect(fixture.mails()).toEqual(['beth.anglin@example.com: Reauthorization required: it'])
    })

    it('an open route counts what it refused although the log takes nothing', async () => {
        play(LOG + EVENTS)
        const before = fixture.stored('x_opfi_openfin_request').length
        expect((await fixture.instance.client.renew('wrong')).status).toBe(400)
        expect(fixture.stored('x_opfi_openfin_request')).toHaveLength(before + 1)
    })

    it('user_info answers although neither sys_user nor the log is to be had', async () => {
        const { access_token } = await fixture.instance.tokensOf()
        play(`${LOG} glide.GlideRecordSecure = refused`)
        expect((await fixture.instance.client.userInfo(access_token)).status).toBe(200)
    })

    it('a bad rule is refused, and a good one saved', async () => {
        play(LOG + EVENTS + MESSAGES)
        const save = (profile_field: string) =>
            fixture.instance.admin('POST', `/api/now/table/${RULE}`, {
                name: profile_field,
                table: 'sys_rest_message',
                profile_field,
            })
        expect((await save('no_such_field')).status).toBe(403)
        expect((await save('oauth2_profile')).status).toBe(201)
        expect(fixture.stored(RULE, 'nameINno_such_field,oauth2_profile')).toHaveLength(1)
    })

    it('a person gets what the form link promises', async () => {
        const { rule, connection, provider } = await due()
        play(LOG + EVENTS + MESSAGES)
        const press = (table: string, sys_id: string) =>
            fixture.instance.admin<{ result: { redirect: unknown } }>('POST', '/local/ui-actions/run', {
                name: 'Refresh OAuth token',
                table,
                sys_id,
                user: 'admin',
            })
        expect((await press(RULE, rule)).body.result.redirect).toBeTruthy()
        expect(fixture.stored(STATUS, 'force=1')).toHaveLength(1)
        const row = await fixture.row(connection)
        expect((await press(STATUS, row?.sys_id ?? '')).body.result.redirect).toBeTruthy()
        expect(provider.requests).toHaveLength(1)
    })

    it('a new consent is noticed although oauth_credential may not be read, and that cannot be noted', async () => {
        const refused = { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) }
        const anew = tokens({ refresh_token: 'r9', expires_in: HOUR })
        const { connection } = await due([refused, anew])
        fixture.instance.records.updateMultiple('sys_scope', 'scope=x_opfi_openfin', {
            runtime_access_tracking: 'enforcing',
        })
        fixture.instance.records.updateMultiple('sys_scope_privilege', 'target_name=oauth_credential', {
            status: 'denied',
        })
        play(PROPERTIES + records(['state'], null))
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'reauthorize' })
        fixture.later(HOUR)
        await requestToken(fixture.instance, connection, 'authorization_code')
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'valid' })
    })
})
