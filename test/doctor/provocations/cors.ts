import { ORIGIN } from '../../support/deployed-instance'
import { bySetup, property, type Provocation } from './provocation'

const OTHER_API = { rest_api: 'd'.repeat(32) }

/** CORS rules, and the responses to preflights. */
export const CORS: Provocation[] = [
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
]
