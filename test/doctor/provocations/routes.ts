import { ORIGIN } from '../../support/deployed-instance'
import { VERSION } from '../../support/version'
import type { DoctorFixture } from '../fixture'
import { property, type Provocation } from './provocation'

const SCRIPT = 'operation_script'
const userInfo = (fixture: DoctorFixture) =>
    fixture.first('sys_ws_operation', 'relative_path=/user_info')[SCRIPT] ?? ''
const ofVersion = (fixture: DoctorFixture, from: string, to: string) =>
    fixture.operation('/user_info', { [SCRIPT]: userInfo(fixture).replaceAll(from, to) })
const MODULES = 'x_opfi_openfin/openfin-for-servicenow'

/** The REST routes of the app. */
export const ROUTES: Provocation[] = [
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
]
