import { randomBytes } from 'node:crypto'
import { SetupError } from '../../../setup/setup-error'
import type { Context } from './context'
import { createNamed, temporaryName } from './temporary-records'

/** A connection of the instance to itself. */
export interface OwnConnection {
    /** sys_id of the provider's registration. */
    provider: string
    /** sys_id of its profile. */
    profile: string
    /** sys_id of the REST message that owns the token. */
    requestor: string
}

/** Lifespan of the access token, in s: ended by the time that the refresh job runs, every three minutes. */
export const ACCESS_S = 60
const REFRESH_S = 86_400

/** What goes with a registration. */
const OF_REGISTRATION = (sysId: string) => [
    { table: 'oauth_credential', query: `peer=${sysId}` },
    { table: 'oauth_requestor_profile', query: `oauth_entity_profile.oauth_entity=${sysId}` },
    { table: 'oauth_entity_profile', query: `oauth_entity=${sysId}` },
]

/**
 * Registers the instance at itself as a confidential client and as a provider, with a REST message that owns the token.
 * All of it is on the undo list.
 *
 * @throws SetupError
 */
export async function createOwnConnection(context: Context): Promise<OwnConnection> {
    const { writing, undo, instanceUrl, secrets } = context
    const name = temporaryName()
    const clientId = randomBytes(16).toString('hex')
    const secret = secrets.add(randomBytes(24).toString('base64url'))
    const common = {
        ...{ client_id: clientId, client_secret: secret, default_grant_type: 'authorization_code' },
        ...{ access_token_lifespan: ACCESS_S, refresh_token_lifespan: REFRESH_S, active: true },
    }
    const redirect = `${instanceUrl}/oauth_redirect.do`
    await createNamed(writing, undo, {
        ...{ table: 'oauth_entity', kind: 'OAuth client', dependents: OF_REGISTRATION },
        values: {
            ...common,
            name: `${name} client`,
            type: 'client',
            public_client: false,
            redirect_url: redirect,
        },
    })
    const provider = await createNamed(writing, undo, {
        ...{ table: 'oauth_entity', kind: 'OAuth provider', dependents: OF_REGISTRATION },
        values: {
            ...{ ...common, name: `${name} provider`, type: 'oauth_provider', redirect_url: redirect },
            auth_url: `${instanceUrl}/oauth_auth.do`,
            token_url: `${instanceUrl}/oauth_token.do`,
            revoke_token_url: `${instanceUrl}/oauth_revoke_token.do`,
            oauth_api_script: await customUtil(context),
        },
    })
    const of = `oauth_entity=${provider}^ORDERBYDESCdefault`
    const [profile] = await writing.query('oauth_entity_profile', of, ['name'])
    if (!profile) throw new SetupError('not_stored', 'The instance created no profile for the provider.')
    const requestor = await createNamed(writing, undo, {
        ...{ table: 'sys_rest_message', kind: 'REST message' },
        values: {
            ...{ name, rest_endpoint: `${instanceUrl}/api/now/v2/table/incident` },
            ...{ authentication_type: 'oauth2', oauth2_profile: profile.sys_id },
        },
    })
    return { provider, profile: profile.sys_id, requestor }
}

/** A rule that has the app renew the connection's token. @returns its sys_id */
export function createRule(
    { writing, undo }: Context,
    { profile, requestor }: OwnConnection
): Promise<string> {
    return createNamed(writing, undo, {
        ...{ table: 'x_opfi_openfin_refresh_rule', kind: 'refresh rule' },
        dependents: (sysId) => [
            { table: 'x_opfi_openfin_token_status', query: `rule=${sysId}^ORrequestor=${requestor}` },
        ],
        values: {
            ...{ name: temporaryName(), active: true, order: 1 },
            ...{ table: 'sys_rest_message', condition: `sys_id=${requestor}`, profile },
        },
    })
}

async function customUtil({ tables }: Context): Promise<string> {
    const of = 'name=OAuthCustomUtil^sys_scope.scope=x_opfi_openfin'
    const [script] = await tables.query('sys_script_include', of, ['name'])
    if (!script) throw new SetupError('app_missing', 'The script include OAuthCustomUtil is not visible.')
    return script.sys_id
}
