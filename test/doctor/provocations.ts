import type { Code } from '../../setup/doctor/codes'
import type { DoctorOptions } from '../../setup/doctor/run-doctor'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { ORIGIN } from '../support/deployed-instance'
import { CALLBACK, type DoctorFixture } from './fixture'
import { VERSION } from '../support/version'

type Step = (fixture: DoctorFixture) => unknown

/** How to cause a finding and how to fix it; `says` must be in its message. */
export interface Provocation {
    code: Code
    by: string
    provoke: Step
    repair: Step
    says: string | RegExp
    options?: Partial<DoctorOptions>
}

const bySetup: Step = (fixture) => fixture.setUp()
const property =
    (name: string, value: string): Step =>
    (fixture) =>
        fixture.set(name, value)
const ADMINISTRATION = '/api/x_opfi_openfin/v1/administration/instance'
const OTHER_API = { rest_api: 'd'.repeat(32) }
const SCRIPT = 'operation_script'
const CONDITION = { table: 'sys_user', condition: 'active=true^ORu_gone=1^user_nameLIKEx' }
const NOTICES_JOB = 'name=OpenFin: expiry notices'
const REFRESH_JOB = 'name=OpenFin: refresh OAuth tokens'
const userInfo = (fixture: DoctorFixture) =>
    fixture.first('sys_ws_operation', 'relative_path=/user_info')[SCRIPT] ?? ''
const ofVersion = (fixture: DoctorFixture, from: string, to: string) =>
    fixture.operation('/user_info', { [SCRIPT]: userInfo(fixture).replaceAll(from, to) })
const MODULES = 'x_opfi_openfin/openfin-for-servicenow'
const provider = { name: 'Echo', type: 'oauth_provider', active: '1', client_id: 'us' }

/** Every code at least once. */
export const PROVOCATIONS: Provocation[] = [
    {
        code: 'app_missing',
        by: 'an app that was removed',
        provoke: (fixture) =>
            fixture.change('sys_ws_definition', 'service_id=integration', { service_id: 'gone' }),
        repair: (fixture) =>
            fixture.change('sys_ws_definition', 'service_id=gone', { service_id: 'integration' }),
        says: 'not installed',
    },
    {
        code: 'instance_cloned',
        by: 'a copy of another instance',
        provoke: property('instance_id', 'b'.repeat(32)),
        repair: (fixture) => fixture.instance.admin('POST', ADMINISTRATION, {}),
        says: 'copy',
    },
    {
        code: 'registration_missing',
        by: 'a registration that was deleted',
        provoke: (fixture) => fixture.registration({ client_id: 'another' }),
        repair: (fixture) =>
            fixture.change('oauth_entity', 'client_id=another', { client_id: OPENFIN_CLIENT_ID }),
        says: OPENFIN_CLIENT_ID,
    },
    {
        code: 'registration_inactive',
        by: 'a registration that was deactivated',
        provoke: (fixture) => fixture.registration({ active: '0' }),
        repair: bySetup,
        says: 'Users cannot sign in',
    },
    {
        code: 'registration_not_public',
        by: 'a confidential client',
        provoke: (fixture) => fixture.registration({ public_client: '0' }),
        repair: bySetup,
        says: 'secret',
    },
    {
        code: 'registration_restricted',
        by: 'a restriction to scopes',
        provoke: (fixture) => fixture.registration({ scope_restriction_status: 'restricted' }),
        repair: (fixture) => fixture.registration({ scope_restriction_status: 'unrestricted' }),
        says: '403',
    },
    {
        code: 'duplicate_client_id',
        by: 'a second registration',
        provoke: (fixture) =>
            fixture.insert('oauth_entity', { name: 'Copy', type: 'client', client_id: OPENFIN_CLIENT_ID }),
        repair: (fixture) => fixture.remove('oauth_entity', 'name=Copy'),
        says: '2 OAuth clients',
    },
    {
        code: 'pkce_not_required',
        by: 'PKCE switched off',
        provoke: (fixture) => fixture.registration({ use_pkce: '0' }),
        repair: bySetup,
        says: 'PKCE',
    },
    ...(
        [
            ['299', '86400', 'access token lifespan is 299'],
            ['86401', '86401', 'access token lifespan is 86401'],
            ['7200', '7199', 'refresh token lifespan is 7199'],
            ['7200', '8640001', 'refresh token lifespan is 8640001'],
        ] as const
    ).map(([access, refresh, says]): Provocation => ({
        code: 'lifespan_unusual',
        by: `${access} and ${refresh} seconds`,
        provoke: (fixture) =>
            fixture.registration({ access_token_lifespan: access, refresh_token_lifespan: refresh }),
        repair: (fixture) =>
            fixture.registration({ access_token_lifespan: '300', refresh_token_lifespan: '8640000' }),
        says,
    })),
    {
        code: 'redirect_url_missing',
        by: 'a list without the instance’s own URL',
        provoke: (fixture) => fixture.registration({ redirect_url: CALLBACK }),
        repair: bySetup,
        says: '/oauth_redirect.do',
    },
    {
        code: 'redirect_url_not_first',
        by: 'another URL before the instance’s own',
        provoke: (fixture) =>
            fixture.registration({
                redirect_url: `${CALLBACK},${fixture.instance.url}/oauth_redirect.do`,
            }),
        repair: bySetup,
        says: CALLBACK,
    },
    {
        code: 'callback_url_missing',
        by: 'a page that is not registered',
        provoke: (fixture) => fixture.setUp({ callbackUrls: [] }),
        repair: bySetup,
        says: CALLBACK,
    },
    {
        code: 'cors_off',
        by: 'the property',
        provoke: property('glide.rest.cors.enabled', 'false'),
        repair: property('glide.rest.cors.enabled', 'true'),
        says: 'glide.rest.cors.enabled',
    },
    {
        code: 'cors_rule_missing',
        by: 'a rule that was deleted',
        provoke: (fixture) => fixture.remove('sys_cors_rule', 'name=OpenFin – Table API'),
        repair: bySetup,
        says: ORIGIN,
    },
    {
        code: 'cors_rule_missing',
        by: 'an instance without any origin',
        provoke: (fixture) => fixture.remove('sys_cors_rule', 'nameSTARTSWITHOpenFin'),
        repair: bySetup,
        says: 'No origin is set up',
        options: { origins: [] },
    },
    {
        code: 'cors_rule_inactive',
        by: 'a rule that was deactivated',
        provoke: (fixture) => fixture.rule('Table API', { active: '0' }),
        repair: bySetup,
        says: 'inactive',
    },
    {
        code: 'cors_rule_wrong_api',
        by: 'a rule of another API',
        provoke: (fixture) => fixture.rule('Table API', OTHER_API),
        repair: bySetup,
        says: 'another REST API',
    },
    {
        code: 'cors_rule_methods',
        by: 'a method that was cleared',
        provoke: (fixture) => fixture.rule('Table API', { patch: '0', put: '0' }),
        repair: bySetup,
        says: 'PUT, PATCH',
    },
    {
        code: 'cors_rule_wildcard',
        by: 'a rule for all hosts of a domain',
        provoke: (fixture) =>
            fixture.insert('sys_cors_rule', {
                ...{ name: 'All', domain: 'https://*.example.com', active: '1', get: '1' },
                rest_api: fixture.first('sys_ws_definition', 'service_id=table')['sys_id'] ?? null,
            }),
        repair: (fixture) => fixture.change('sys_cors_rule', 'name=All', { active: '0' }),
        says: 'wildcard',
    },
    {
        code: 'cors_headers_not_exposed',
        by: 'headers that were removed',
        provoke: (fixture) => fixture.rule('Table API', { exposed_headers: 'retry-after' }),
        repair: bySetup,
        says: 'X-Total-Count, Link',
    },
    {
        code: 'preflight_refused',
        by: 'an instance whose responses differ from its rules',
        provoke: property('glide.rest.cors.enabled', 'false'),
        repair: property('glide.rest.cors.enabled', 'true'),
        says: 'no Access-Control-Allow-Origin',
    },
    {
        code: 'preflight_refused',
        by: 'headers that a rule does not allow',
        provoke: (fixture) => fixture.rule('Table API', { access_control_allow_headers: 'Accept' }),
        repair: (fixture) => fixture.rule('Table API', { access_control_allow_headers: '' }),
        says: 'the header authorization is not allowed',
    },
    {
        code: 'open_routes_off',
        by: 'the property of the open routes',
        provoke: property('x_opfi_openfin.integration.enabled', 'false'),
        repair: (fixture) => fixture.setUp({ route: 'proxy' }),
        says: '403',
    },
    {
        code: 'open_routes_off',
        by: 'the emergency stop',
        provoke: property('x_opfi_openfin.integration.lockdown', 'true'),
        repair: property('x_opfi_openfin.integration.lockdown', 'false'),
        says: 'lockdown',
    },
    {
        code: 'open_routes_and_direct',
        by: 'an origin with both routes',
        provoke: property('glide.oauth.cors.allowed.origin', new URL(ORIGIN).host),
        repair: (fixture) => fixture.setUp({ route: 'direct' }),
        says: 'directly and through the open routes',
    },
    {
        code: 'token_endpoint_unreachable',
        by: 'a token endpoint that is down',
        provoke: (fixture) =>
            fixture.instance.admin('POST', '/local/faults', {
                ...{ path: '/oauth_token.do', status: 500, times: 1 },
            }),
        repair: () => undefined,
        says: 'returns 502',
    },
    {
        code: 'token_endpoint_unreachable',
        by: 'a direct route whose endpoint does not respond like one',
        provoke: async (fixture) => {
            await fixture.setUp({ route: 'direct' })
            await fixture.answer('/oauth_token.do', 200, '<html>')
        },
        repair: () => undefined,
        says: 'on the direct route',
    },
    {
        code: 'internal_role_required',
        by: 'a route that was changed',
        provoke: (fixture) => fixture.operation('/request_tokens', { requires_snc_internal_role: '1' }),
        repair: (fixture) => fixture.operation('/request_tokens', { requires_snc_internal_role: '0' }),
        says: 'snc_internal',
    },
    {
        code: 'route_overridden',
        by: 'a script that names an older version',
        provoke: (fixture) => ofVersion(fixture, `/${VERSION}/`, '/0.9.0/'),
        repair: (fixture) => ofVersion(fixture, '/0.9.0/', `/${VERSION}/`),
        says: 'names version 0.9.0',
    },
    {
        code: 'route_overridden',
        by: 'a replaced script',
        provoke: (fixture) => ofVersion(fixture, 'openfin-for-servicenow/', 'own/'),
        repair: (fixture) => ofVersion(fixture, 'x_opfi_openfin/own/', `${MODULES}/`),
        says: "not the app's",
    },
    {
        code: 'route_overridden',
        by: 'a module left over from an upgrade',
        provoke: (fixture) =>
            fixture.insert('sys_module', { path: `${MODULES}/0.9.0/src/server/x.ts`, content: '' }),
        repair: (fixture) => fixture.remove('sys_module', `pathSTARTSWITH${MODULES}/0.9.0/`),
        says: '0.9.0',
    },
    {
        code: 'route_overridden',
        by: 'a module that requires those of an older version',
        provoke: (fixture) =>
            fixture.insert('sys_module', {
                path: `${MODULES}/${VERSION}/src/server/ours.ts`,
                content: `require('${MODULES}/0.9.0/src/server/x.ts')`,
            }),
        repair: (fixture) => fixture.remove('sys_module', 'pathLIKEours.ts'),
        says: 'requires modules of another version',
    },
    {
        code: 'route_overridden',
        by: 'an inactive route',
        provoke: (fixture) => fixture.operation('/revoke_token', { active: '0' }),
        repair: (fixture) => fixture.operation('/revoke_token', { active: '1' }),
        says: 'inactive',
    },
    {
        code: 'route_overridden',
        by: 'an open route that requires authentication',
        provoke: (fixture) => fixture.operation('/revoke_token', { requires_authentication: '1' }),
        repair: (fixture) => fixture.operation('/revoke_token', { requires_authentication: '0' }),
        says: 'requires authentication',
    },
    {
        code: 'servlet_uri_unusable',
        by: 'an invalid URL',
        provoke: property('glide.servlet.uri', 'http://example.com/'),
        repair: (fixture) => fixture.set('glide.servlet.uri', `${fixture.instance.url}/`),
        says: '503',
    },
    {
        code: 'servlet_uri_differs',
        by: 'a custom URL',
        provoke: (fixture) =>
            fixture.set('glide.servlet.uri', fixture.instance.url.replace('127.0.0.1', 'localhost')),
        repair: (fixture) => fixture.set('glide.servlet.uri', `${fixture.instance.url}/`),
        says: 'http://localhost:',
    },
    {
        code: 'host_not_allowed',
        by: 'a list without the instance itself',
        provoke: property('glide.hosts.allowlist', 'other.example'),
        repair: property('glide.hosts.allowlist', 'other.example,127.0.0.1'),
        says: '502',
    },
    {
        code: 'state_not_required',
        by: 'an upgraded instance without the property',
        provoke: (fixture) => fixture.remove('sys_properties', 'name=glide.oauth.state.parameter.required'),
        repair: property('glide.oauth.state.parameter.required', 'true'),
        says: 'without state',
    },
    ...(['false', 'true'] as const).map((enforced): Provocation => ({
        code: 'basic_auth_restricted',
        by: enforced === 'true' ? 'an instance that enforces it' : 'an instance that tracks it',
        provoke: (fixture) => {
            fixture.set('glide.authenticate.basic_auth.restriction.active', 'true')
            fixture.set('glide.authenticate.basic_auth.restriction.enforce', enforced)
            // The doctor of these tests uses Basic authentication itself.
            const admin = fixture.first('sys_user', 'user_name=admin')['sys_id'] ?? ''
            fixture.set('glide.authenticate.basic_auth.allowed_users', admin)
        },
        repair: property('glide.authenticate.basic_auth.restriction.active', 'false'),
        says: enforced === 'true' ? 'refuses' : 'counts',
    })),
    {
        code: 'clock_skew',
        by: 'a clock that is an hour ahead',
        provoke: () => undefined,
        repair: () => undefined,
        says: /ahead/,
    },
    {
        code: 'echo_unprotected',
        by: 'a provider of an early release',
        provoke: (fixture) => {
            fixture.set('glide.buildtag.last', 'glide-xanadu-07-02-2024__patch3')
            fixture.insert('oauth_entity', provider)
        },
        repair: (fixture) =>
            fixture.change('oauth_entity', 'name=Echo', {
                oauth_api_script:
                    fixture.first('sys_script_include', 'name=OAuthCustomUtil')['sys_id'] ?? null,
            }),
        says: 'Echo',
    },
    {
        code: 'refresh_switched_off',
        by: 'the property',
        provoke: property('x_opfi_openfin.token_refresh.enabled', 'false'),
        repair: property('x_opfi_openfin.token_refresh.enabled', 'true'),
        says: 'No tokens are refreshed',
    },
    {
        code: 'refresh_job_missing',
        by: 'a job that was deactivated',
        provoke: (fixture) => fixture.change('sysauto_script', REFRESH_JOB, { active: '0' }),
        repair: (fixture) => fixture.change('sysauto_script', REFRESH_JOB, { active: '1' }),
        says: 'inactive',
    },
    {
        code: 'refresh_job_missing',
        by: 'a job that was deleted',
        provoke: (fixture) => fixture.change('sysauto_script', REFRESH_JOB, { name: 'Ours' }),
        repair: (fixture) =>
            fixture.change('sysauto_script', 'name=Ours', { name: 'OpenFin: refresh OAuth tokens' }),
        says: 'missing',
    },
    {
        code: 'refresh_job_missing',
        by: 'a job that does not run although a token is due',
        provoke: (fixture) => fixture.status({ next_attempt: fixture.minutes(-20) }),
        repair: (fixture) =>
            fixture.change('x_opfi_openfin_token_status', 'outcome=valid', {
                next_attempt: fixture.minutes(-10),
            }),
        says: 'due for a refresh for 20 minutes',
    },
    {
        code: 'refresh_job_missing',
        by: 'a job of the notices that was deactivated',
        provoke: (fixture) => fixture.change('sysauto_script', NOTICES_JOB, { active: '0' }),
        repair: property('x_opfi_openfin.expiry_notices.enabled', 'false'),
        says: 'before a refresh token expires',
    },
    {
        code: 'refresh_queue_unattended',
        by: 'an expired claim',
        provoke: (fixture) => fixture.status({ claimed_until: fixture.minutes(-1), claimed_by: 'a run' }),
        repair: (fixture) =>
            fixture.change('x_opfi_openfin_token_status', 'outcome=valid', {
                claimed_until: fixture.minutes(10),
            }),
        says: 'expired',
    },
    {
        code: 'credential_read_denied',
        by: "the app's record of a denied read",
        provoke: (fixture) =>
            fixture.insert('x_opfi_openfin_state', { name: 'credential_read_denied', value: 'true' }),
        repair: (fixture) => fixture.remove('x_opfi_openfin_state', 'name=credential_read_denied'),
        says: 'oauth_credential',
    },
    ...(
        [
            ['a deleted table', { table: 'u_gone' }, 'u_gone does not exist'],
            ['a deleted profile', { profile: 'e'.repeat(32) }, 'does not exist'],
            [
                'a deleted field',
                { table: 'sys_user', profile: null, profile_field: 'u_gone' },
                'no field u_gone',
            ],
            ['a condition on a deleted field', CONDITION, 'no field u_gone'],
            ['neither profile nor field', { profile: null }, 'either'],
            ['no table', { table: null }, 'names no table'],
        ] as [string, Record<string, string | null>, string][]
    ).map(([by, values, says]): Provocation => ({
        code: 'rule_unusable',
        by,
        provoke: (fixture) => fixture.refreshRule(values),
        repair: (fixture) => fixture.change('x_opfi_openfin_refresh_rule', 'name=A rule', { active: '0' }),
        says,
    })),
    ...(['reauthorize', 'no_token'] as const).map((outcome): Provocation => ({
        code: 'tokens_need_consent',
        by: `a token in ${outcome}`,
        provoke: (fixture) => fixture.status({ outcome }),
        repair: (fixture) =>
            fixture.change('x_opfi_openfin_token_status', `outcome=${outcome}`, { outcome: 'valid' }),
        says: 'requires reauthorization',
    })),
    {
        code: 'tokens_failing',
        by: 'a token that failed three times',
        provoke: (fixture) => fixture.status({ outcome: 'retry_later', failures: '3' }),
        repair: (fixture) =>
            fixture.change('x_opfi_openfin_token_status', 'failures=3', {
                outcome: 'refreshed',
                failures: '0',
            }),
        says: 'cannot be refreshed',
    },
    {
        code: 'nobody_to_tell',
        by: 'a rule without recipients',
        provoke: (fixture) => fixture.refreshRule({ notify_user: null }),
        repair: (fixture) => {
            const group = fixture.insert('sys_user_group', { name: 'Ours', email: 'ours@example.com' })
            fixture.set('x_opfi_openfin.token_refresh.fallback_group', group)
        },
        says: 'No notification is sent',
    },
    {
        code: 'nobody_to_tell',
        by: 'a rule with an inactive user, and an empty fallback group',
        provoke: (fixture) => {
            const gone = fixture.insert('sys_user', {
                ...{ user_name: 'gone', active: '0', email: 'gone@example.com' },
            })
            const group = fixture.insert('sys_user_group', { name: 'Empty' })
            fixture.set('x_opfi_openfin.token_refresh.fallback_group', group)
            fixture.refreshRule({ notify_user: gone })
        },
        repair: (fixture) =>
            fixture.insert('sys_user_grmember', {
                group: fixture.first('sys_user_group', 'name=Empty')['sys_id'] ?? null,
                user: fixture.first('sys_user', 'user_name=admin')['sys_id'] ?? null,
            }),
        says: 'No notification is sent',
    },
    {
        code: 'nobody_to_tell',
        by: 'a rule whose user has disabled mail, and whose group has no other member',
        provoke: (fixture) => {
            const quiet = fixture.insert('sys_user', {
                ...{ user_name: 'quiet', active: '1', email: 'quiet@example.com', notification: '1' },
            })
            const group = fixture.insert('sys_user_group', { name: 'Quiet' })
            fixture.insert('sys_user_grmember', { group, user: quiet })
            fixture.refreshRule({ notify_user: quiet, notify_group: group })
        },
        repair: (fixture) => fixture.change('sys_user', 'user_name=quiet', { notification: '2' }),
        says: 'has no recipient',
    },
    {
        code: 'notification_off',
        by: 'a notification that was deactivated',
        provoke: (fixture) =>
            fixture.change('sysevent_email_action', 'event_name=x_opfi_openfin.token_failing', {
                active: '0',
            }),
        repair: (fixture) =>
            fixture.change('sysevent_email_action', 'event_name=x_opfi_openfin.token_failing', {
                active: '1',
            }),
        says: 'is inactive',
    },
    {
        code: 'atf_tests_missing',
        by: 'an instance without the suite',
        provoke: (fixture) => fixture.answer('/api/now/table/sys_atf_test_suite', 200, '{"result":[]}'),
        repair: (fixture) =>
            fixture.answer('/api/now/table/sys_atf_test_suite', 200, '{"result":[{"sys_id":"1"}]}'),
        says: 'test suite',
    },
]
