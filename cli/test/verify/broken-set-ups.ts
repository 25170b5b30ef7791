import { NO_ORIGIN, OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import type { DeployedInstance } from '../../../test/support/deployed-instance'
import { setProperty } from '../../../test/support/set-property'
import type { CheckName } from '../../src/verify/check-names'

/** A set-up that is broken on purpose. */
export interface BrokenSetUp {
    what: string
    spoil: (instance: DeployedInstance) => unknown
    /** Checks that must fail; no other may. */
    fails: CheckName[]
}

const change =
    (table: string, query: string, values: Record<string, string>) =>
    ({ records: store }: DeployedInstance) => {
        if (store.updateMultiple(table, query, values) === 0) throw new Error(`no ${table} with ${query}`)
    }
const registration = (values: Record<string, string>) =>
    change('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`, values)
const route = (path: string, values: Record<string, string>) =>
    change('sys_ws_operation', `relative_path=${path}`, values)
const script = (path: string, body: string) =>
    route(path, { operation_script: `(function (request, response) { ${body} })(request, response)` })
const property = (name: string, value: string) => (instance: DeployedInstance) =>
    setProperty(instance, name, value)

/** Every kind of fault that administrators cause, each with the place where it shows. */
export const BROKEN_SET_UPS: BrokenSetUp[] = [
    {
        what: 'nobody has run the setup',
        spoil(instance) {
            registration({ redirect_url: '' })(instance)
            change('sys_cors_rule', 'nameSTARTSWITHOpenFin', { domain: NO_ORIGIN, active: '0' })(instance)
        },
        fails: ['registration'],
    },
    {
        what: 'CORS is switched off',
        spoil: property('glide.rest.cors.enabled', 'false'),
        fails: ['cors_rules', 'preflight', 'cors_answers'],
    },
    {
        what: 'the CORS rule of the Table API is inactive',
        spoil: change('sys_cors_rule', 'name=OpenFin – Table API', { active: '0' }),
        fails: ['cors_rules'],
    },
    { what: 'PKCE is not required', spoil: registration({ use_pkce: '0' }), fails: ['pkce_required'] },
    {
        what: 'the registration is inactive',
        spoil: registration({ active: '0' }),
        fails: ['registration', 'authorization_request', 'token_route'],
    },
    {
        what: 'the registration is confidential',
        spoil: registration({ public_client: '0' }),
        fails: ['registration', 'token_route'],
    },
    {
        what: 'access tokens have no lifespan',
        spoil: registration({ access_token_lifespan: '0' }),
        fails: ['lifespans'],
    },
    {
        what: 'the open routes are off',
        spoil: property('x_opfi_openfin.integration.enabled', 'false'),
        fails: ['token_route'],
    },
    {
        what: 'request_tokens requires a sign-in',
        spoil: route('/request_tokens', { requires_authentication: '1' }),
        fails: ['token_route'],
    },
    {
        what: 'the limits leave no room for a sign-in',
        spoil: property('x_opfi_openfin.integration.requests_per_minute', '2'),
        fails: ['exchange', 'limits'],
    },
    {
        what: 'revoke_token revokes nothing',
        spoil: script('/revoke_token', 'response.setStatus(200)'),
        fails: ['revocation'],
    },
    {
        what: 'user_info is customised',
        spoil: script('/user_info', 'response.setBody({ sys_id: gs.getUserID(), user_name: "somebody" })'),
        fails: ['user_info'],
    },
    {
        what: 'public clients get no refresh tokens',
        spoil: property('local_instance.oauth.public_client_refresh_tokens', 'false'),
        fails: ['exchange'],
    },
    {
        what: 'the instance does not know its own address',
        spoil: property('glide.servlet.uri', 'http://127.0.0.1:9/'),
        fails: ['token_route'],
    },
]
