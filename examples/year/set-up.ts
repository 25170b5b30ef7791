import { asAdmin } from '../echo/as-admin'
import { addScope, consentAtThirdParty } from '../echo/connect-at-third-party'
import type { Connection } from '../echo/register-provider'
import { fingerprint } from './proxy'
import type { ConnectionPlan } from './connections'

/** Endpoints of a connection's provider, and the client secret. */
export interface AtProvider {
    issuer: string
    /** The proxy in front of its token endpoint. */
    tokenUrl: string
    secret: string
}

const DAY_S = 86_400

/** Derives a sys_id from a name, so that runs are reproducible. */
export function sysIdOf(name: string): string {
    return fingerprint(name).slice(0, 32)
}

/** Registers a connection's provider at the instance, with the record that owns its tokens; without consent. */
export async function registerConnection(
    instance: { url: string },
    plan: ConnectionPlan,
    { issuer, tokenUrl, secret }: AtProvider
): Promise<Connection> {
    const grantType = plan.refreshTokenS === null ? 'client_credentials' : 'authorization_code'
    const { sys_id: entity } = await asAdmin<{ sys_id: string }>(
        instance,
        'POST',
        '/api/now/table/oauth_entity',
        {
            name: plan.name,
            type: 'oauth_provider',
            client_id: plan.id,
            client_secret: secret,
            auth_url: `${issuer}/auth`,
            token_url: tokenUrl,
            default_grant_type: grantType,
            refresh_token_lifespan: String(plan.refreshTokenS ?? DAY_S),
            code_challenge_method: 'S256',
        }
    )
    const profile = sysIdOf(`profile ${plan.id}`)
    const requestor = sysIdOf(`requestor ${plan.id}`)
    const isMessage = plan.table === 'sys_rest_message'
    await insertNamed(instance, 'oauth_entity_profile', profile, {
        name: plan.name,
        oauth_entity: entity,
        grant_type: grantType,
    })
    await insertNamed(
        instance,
        plan.table,
        requestor,
        isMessage
            ? {
                  name: plan.name,
                  // The rule covers those that authenticate by OAuth.
                  authentication_type: plan.watched ? 'no_authentication' : 'oauth2',
                  oauth2_profile: profile,
              }
            : { name: plan.name, type: 'imap', authentication: 'oauth2', oauth_profile: profile }
    )
    const connection: Connection = { entity, profile, requestor, table: plan.table }
    if (plan.refreshTokenS !== null) await addScope(instance, connection, 'openid')
    return connection
}

/** Inserts a record with a given sys_id, which the Table API does not support. */
async function insertNamed(
    instance: { url: string },
    table: string,
    sysId: string,
    values: Record<string, string>
): Promise<void> {
    const script = `var row = new GlideRecord('${table}'); row.initialize(); row.setNewGuidValue('${sysId}')
        var values = ${JSON.stringify(values)}; for (var name in values) row.setValue(name, values[name])
        String(row.insert())`
    const { result } = await asAdmin<{ result: string }>(instance, 'POST', '/local/script', {
        scope: 'global',
        script,
    })
    if (result !== sysId) throw new Error(`${table} was not made under its sys_id`)
}

/** Signs in at the provider and grants consent. */
export async function consent(instance: { url: string }, connection: Connection): Promise<void> {
    await consentAtThirdParty(instance, connection)
}

/** Creates the users and the rules through the Table API, as an administrator. */
export async function makeRules(instance: { url: string }): Promise<void> {
    const make = async (table: string, values: Record<string, string | number>) =>
        (await asAdmin<{ sys_id: string }>(instance, 'POST', `/api/now/table/${table}`, values)).sys_id
    const owner = await make('sys_user', {
        user_name: 'connection.owner',
        email: 'connection.owner@example.com',
        active: 'true',
    })
    const group = await make('sys_user_group', {
        name: 'Mail administrators',
        email: 'mail.administrators@example.com',
    })
    const rule = (values: Record<string, string | number>) => make('x_opfi_openfin_refresh_rule', values)
    await rule({
        name: 'REST messages',
        table: 'sys_rest_message',
        condition: 'authentication_type=oauth2',
        profile_field: 'oauth2_profile',
        notify_user: owner,
    })
    await rule({
        name: 'The archive, with one profile and by itself',
        order: 50,
        table: 'sys_rest_message',
        condition: 'nameSTARTSWITHArchive',
        profile: sysIdOf('profile archive'),
        refresh_lead_s: 3 * DAY_S,
        notify_user: owner,
    })
    await rule({
        name: 'E-mail accounts',
        table: 'sys_email_account',
        condition: 'authentication=oauth2',
        profile_field: 'oauth_profile',
        access_lead_s: 600,
        notify_group: group,
    })
}
