import { createHash } from 'node:crypto'
import { createLocalInstance } from 'openfin-servicenow-local-instance'
import { CODES } from '../../setup/doctor/codes'
import { runDoctor } from '../../setup/doctor/run-doctor'
import { ORIGIN } from '../support/deployed-instance'
import { DoctorFixture } from './fixture'

let fixture: DoctorFixture
beforeAll(async () => {
    fixture = await DoctorFixture.start()
})
afterEach(() => fixture.instance.reset())
afterAll(() => fixture.close())

const basic = (name: string) => `Basic ${Buffer.from(`${name}:${name}`).toString('base64')}`
const grant = (user: string, ...roles: string[]) => {
    for (const role of roles) {
        fixture.insert('sys_user_has_role', {
            user: fixture.first('sys_user', `user_name=${user}`)['sys_id'] ?? null,
            role: fixture.first('sys_user_role', `name=${role}`)['sys_id'] ?? null,
        })
    }
}
/** A digest of each table that is related to the app or its settings. */
const digests = () => {
    const { records } = fixture.instance
    const own = records.query('sys_db_object', { query: 'nameSTARTSWITHx_opfi_openfin', columns: ['name'] })
    const tables = [
        ...own.map((row) => row['name'] ?? ''),
        ...['oauth_entity', 'oauth_credential', 'sys_cors_rule', 'sys_properties', 'sys_ws_definition'],
        ...['sys_ws_operation', 'sys_module', 'sysauto_script', 'sysevent_email_action', 'sys_user_has_role'],
    ]
    return Object.fromEntries(
        tables
            // The app records each request to its open routes, including the doctor's.
            .filter((table) => table !== 'x_opfi_openfin_request')
            .map((table) => {
                const rows = JSON.stringify(records.query(table, { query: 'ORDERBYsys_id' }))
                return [table, createHash('sha256').update(rows).digest('hex')]
            })
    )
}

describe('the doctor', () => {
    it('writes nothing', async () => {
        const before = digests()
        expect(Object.keys(before).length).toBeGreaterThan(15)
        await fixture.doctor()
        expect(digests()).toEqual(before)
        const others = fixture.requests.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS')
        expect(others).toEqual([
            {
                method: 'POST',
                path: '/api/x_opfi_openfin/v1/integration/request_tokens',
                body: expect.stringContaining('grant_type=authorization_code') as string,
            },
        ])
    })

    it('makes at most 60 requests with 1,000 CORS rules and 5,000 statuses, and reports what it omitted', async () => {
        const { records } = fixture.instance
        const rule = fixture.first('sys_cors_rule', 'name=OpenFin Integration')
        const table = fixture.first('sys_cors_rule', 'name=OpenFin – Table API')
        records.transaction(() => {
            for (let index = 0; index < 1000; index++) {
                const { sys_id: _, ...values } = index % 2 ? rule : table
                records.insert('sys_cors_rule', { ...values, domain: `https://a${index >> 1}.example.com` })
            }
            const ofRule = fixture.refreshRule()
            for (let index = 0; index < 5000; index++) {
                records.insert('x_opfi_openfin_token_status', {
                    ...{ rule: ofRule, requestor_table: 'sys_rest_message', profile: 'c'.repeat(32) },
                    requestor: index.toString(16).padStart(32, '0'),
                    outcome: index < 200 ? 'reauthorize' : 'valid',
                })
            }
            for (let index = 0; index < 30; index++) {
                fixture.refreshRule({ name: `Rule ${index}`, table: `u_table_${index}` })
            }
        })
        const { findings, passed, unknown } = await fixture.doctor({ origins: [] })
        expect(fixture.requests.length).toBeLessThanOrEqual(60)
        const consent = findings.filter(({ code }) => code === 'tokens_need_consent')
        expect(consent).toHaveLength(50)
        expect(consent.at(-1)?.message).toMatch(/^151 more/)
        expect(passed).toContain('cors_rule_missing')
        expect(unknown).toContainEqual({
            code: 'preflight_refused',
            reason: 'Checked 20 of 1002 origins and APIs. Use --origin for others.',
        })
        expect(unknown.map(({ code }) => code)).toContain('rule_unusable')
        // One of the ten that were checked may be the rule of the statuses.
        const unusable = findings.filter(({ code }) => code === 'rule_unusable')
        expect([9, 10]).toContain(unusable.length)
    })

    it('never passes a denied table, or one with rows hidden behind a 200', async () => {
        // Reads registrations and rules; no properties, jobs, statuses.
        grant('abel.tuter', 'oauth_admin', 'web_service_admin')
        const { findings, passed, unknown } = await fixture.doctor({ authorization: basic('abel.tuter') })
        expect(findings).toEqual([])
        const seen = unknown.map(({ code }) => code)
        for (const code of [
            ...['cors_off', 'servlet_uri_unusable', 'state_not_required', 'open_routes_off'],
            ...['refresh_switched_off', 'tokens_need_consent', 'rule_unusable', 'instance_cloned'],
        ]) {
            expect(seen).toContain(code)
            expect(passed).not.toContain(code)
        }
        expect(passed).toContain('registration_missing')
        expect(passed).toContain('preflight_refused')
        expect([...passed, ...seen].sort()).toEqual([...CODES].sort())
    })

    it.each([
        ['oauth_entity', ['registration_missing', 'registration_inactive', 'redirect_url_missing']],
        ['sys_cors_rule', ['cors_rule_missing', 'cors_rule_inactive', 'cors_rule_wildcard']],
        ['sys_properties', ['cors_off', 'state_not_required', 'open_routes_off', 'host_not_allowed']],
        ['sys_ws_definition', ['app_missing', 'route_overridden']],
        ['sys_ws_operation', ['route_overridden', 'internal_role_required']],
        ['sysauto_script', ['refresh_job_missing']],
        [
            'x_opfi_openfin_token_status',
            ['tokens_need_consent', 'tokens_failing', 'refresh_queue_unattended'],
        ],
        ['x_opfi_openfin_refresh_rule', ['rule_unusable', 'nobody_to_tell']],
        ['x_opfi_openfin_state', ['credential_read_denied']],
        ['sysevent_email_action', ['notification_off']],
    ])('does not pass checks of %s while its rows are hidden', async (table, codes) => {
        const { passed, findings, unknown } = await fixture.doctor({
            origins: [ORIGIN],
            fetch: async (input, init) => {
                const { pathname } = new URL(String(input))
                if (pathname !== `/api/now/table/${table}`) return fetch(input, init)
                // The platform's response to a caller whose row-level access controls hide all rows.
                const headers = { 'content-type': 'application/json', 'x-total-count': '3' }
                return new Response('{"result":[]}', { headers })
            },
        })
        for (const code of codes) {
            expect(passed).not.toContain(code)
            expect(findings.map((finding) => finding.code)).not.toContain(code)
            expect(unknown.map((one) => one.code)).toContain(code)
        }
    })

    it('fails if the caller may not read anything', async () => {
        const run = (authorization: string) => fixture.doctor({ authorization })
        await expect(run(basic('abel.tuter'))).rejects.toMatchObject({ code: 'not_authorized' })
        await expect(run('Basic d3Jvbmc6d3Jvbmc=')).rejects.toMatchObject({ code: 'not_authenticated' })
        await expect(fixture.doctor({ instanceUrl: 'http://127.0.0.1:9' })).rejects.toMatchObject({
            code: 'unreachable',
        })
        await expect(fixture.doctor({ origins: ['x'] })).rejects.toMatchObject({ code: 'invalid_origin' })
    })

    it('names all origins in the fix command, since the setup deactivates the others', async () => {
        const { findings } = await fixture.doctor({ origins: ['https://desk.example'] })
        const [missing] = findings.filter(({ code }) => code === 'cors_rule_missing')
        expect(missing?.fix).toBe(
            `npx openfin-servicenow setup --instance ${fixture.instance.url} --origin https://desk.example --origin ${ORIGIN}`
        )
    })

    it('treats the direct route as usable during the emergency stop', async () => {
        fixture.set('glide.oauth.cors.allowed.origin', new URL(ORIGIN).host)
        fixture.set('x_opfi_openfin.integration.lockdown', 'true')
        const { findings, passed } = await fixture.doctor()
        expect(findings).toEqual([])
        expect(passed).toContain('token_endpoint_unreachable')
        expect(fixture.requests.map(({ path }) => path)).toContain('/oauth_token.do')
    })

    it.each([
        ['proxy', 429],
        ['proxy', 503],
        ['direct', 429],
        ['direct', 503],
    ] as const)(
        'F-HARD-23 takes no quota for a token endpoint that is down: route %s, %i',
        async (route, status) => {
            if (route === 'direct') await fixture.setUp({ route })
            const paths = {
                proxy: '/api/x_opfi_openfin/v1/integration/request_tokens',
                direct: '/oauth_token.do',
            }
            const body = { error: { message: 'Transaction quota exceeded', detail: null }, status: 'failure' }
            await fixture.answer(paths[route], status, JSON.stringify(body))
            const { findings, unknown } = await fixture.doctor()
            expect(findings.map(({ code }) => code)).not.toContain('token_endpoint_unreachable')
            expect(unknown).toContainEqual({
                code: 'token_endpoint_unreachable',
                reason: `The instance limits requests for now (${status}). Run again later.`,
            })
        }
    )

    it('leaves preflights to the command when it runs in a page of the instance', async () => {
        const { unknown } = await fixture.doctor({
            authorization: ADMIN_IN_PAGE,
            userToken: 'a session of its own',
        })
        expect(unknown.map(({ code }) => code)).toContain('preflight_refused')
        expect(fixture.requests.map(({ method }) => method)).not.toContain('OPTIONS')
    })
})

const ADMIN_IN_PAGE = basic('admin')

it('on an instance without the app, reports its absence and that of the registration, the rest is unknown', async () => {
    const instance = await createLocalInstance()
    try {
        const { findings, passed } = await runDoctor({
            instanceUrl: instance.url,
            authorization: basic('admin'),
            origins: [ORIGIN],
        })
        const codes = new Set(findings.map(({ code }) => code))
        for (const code of ['app_missing', 'registration_missing', 'cors_rule_missing'] as const)
            expect(codes).toContain(code)
        for (const code of ['refresh_switched_off', 'tokens_failing', 'route_overridden', 'rule_unusable'])
            expect(passed).not.toContain(code)
    } finally {
        await instance.close()
    }
})

it('the direct route requires CORS headers from the token endpoint, regardless of the properties', async () => {
    const zurich = await DoctorFixture.start({ release: 'zurich' })
    try {
        await zurich.setUp({ route: 'direct' })
        const { findings } = await zurich.doctor()
        expect(findings.map(({ code, message }) => [code, message])).toEqual([
            ['token_endpoint_unreachable', expect.stringContaining('no CORS headers')],
        ])
    } finally {
        await zurich.close()
    }
})
