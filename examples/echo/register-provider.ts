import { asAdmin } from './as-admin'

/** Client secret of the registration. */
const SECRET = 'a secret of the registration'

/** Records that an administrator creates at the client for a provider. */
export interface Connection {
    /** sys_id of the oauth_entity of type oauth_provider. */
    entity: string
    /** sys_id of its profile. */
    profile: string
    /** sys_id of the record that owns the token. */
    requestor: string
    /** Its table; default sys_rest_message. */
    table?: string
}

/** Endpoints of a provider, and the client's registration there. */
export interface ProviderOptions {
    name?: string
    clientId: string
    clientSecret?: string
    authUrl: string
    tokenUrl: string
    revokeUrl?: string
    /** Further columns of the registration. */
    entity?: Record<string, string>
    /** Name of an OAuth API Script; none by default. */
    apiScript?: string
}

/** Registers a provider at the client, with a REST message that uses it. */
export async function registerProvider(
    client: { url: string },
    { name = 'Provider', apiScript, entity = {}, ...provider }: ProviderOptions
): Promise<Connection> {
    const script =
        apiScript &&
        (
            await asAdmin<{ sys_id: string }[]>(
                client,
                'GET',
                `/api/now/table/sys_script_include?sysparm_query=name=${apiScript}`
            )
        )[0]?.sys_id
    const made = await asAdmin<{ sys_id: string }>(client, 'POST', '/api/now/table/oauth_entity', {
        name,
        type: 'oauth_provider',
        client_id: provider.clientId,
        client_secret: provider.clientSecret ?? '',
        auth_url: provider.authUrl,
        token_url: provider.tokenUrl,
        revoke_token_url: provider.revokeUrl ?? '',
        default_grant_type: 'authorization_code',
        ...(script && { oauth_api_script: script }),
        ...entity,
    })
    const [profile] = await asAdmin<{ sys_id: string }[]>(
        client,
        'GET',
        `/api/now/table/oauth_entity_profile?sysparm_query=oauth_entity=${made.sys_id}`
    )
    const message = await asAdmin<{ sys_id: string }>(client, 'POST', '/api/now/table/sys_rest_message', {
        name: `To ${name}`,
        authentication_type: 'oauth2',
        oauth2_profile: profile?.sys_id ?? '',
    })
    return { entity: made.sys_id, profile: profile?.sys_id ?? '', requestor: message.sys_id }
}

/** Registers the client at another instance and that instance at the client. */
export async function connectInstances(
    client: { url: string },
    provider: { url: string },
    { lifespans = {}, ...options }: { lifespans?: Record<string, string> } & Partial<ProviderOptions> = {}
): Promise<Connection> {
    const registration = await asAdmin<{ client_id: string }>(
        provider,
        'POST',
        '/api/now/table/oauth_entity',
        {
            name: 'The client instance',
            type: 'client',
            client_secret: SECRET,
            redirect_url: `${client.url}/oauth_redirect.do`,
            ...lifespans,
        }
    )
    return registerProvider(client, {
        clientId: registration.client_id,
        clientSecret: SECRET,
        authUrl: `${provider.url}/oauth_auth.do`,
        tokenUrl: `${provider.url}/oauth_token.do`,
        revokeUrl: `${provider.url}/oauth_revoke_token.do`,
        ...options,
        // The same lifespans as at the provider.
        entity: { ...lifespans, ...options.entity },
    })
}
