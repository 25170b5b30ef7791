import type { LocalInstance } from 'openfin-servicenow-local-instance'
import { Browser } from '../../examples/sign-in-flow/browser'
import { ADMIN_AUTHORIZATION } from '../support/deployed-instance'

/** A secret as an administrator of the provider hands it over. */
const SECRET = 'a secret of the registration'

/** What an administrator set up at the client for one provider. */
export interface Connection {
    /** sys_id of the oauth_entity of type oauth_provider. */
    entity: string
    /** sys_id of its profile. */
    profile: string
    /** sys_id of the sys_rest_message that owns the token. */
    requestor: string
}

/** Where a provider is, and who the client is there. */
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

/** How a token stands at the client. */
export interface Held {
    expiresIn: number
    refreshTokenExpiresIn: number
    hasAccessToken: boolean
    hasRefreshToken: boolean
}

/** Calls an instance as its administrator. @throws where it refuses */
export async function asAdmin<T>(
    { url }: { url: string },
    method: string,
    path: string,
    body?: unknown
): Promise<T> {
    const response = await fetch(url + path, {
        method,
        headers: {
            authorization: ADMIN_AUTHORIZATION,
            accept: 'application/json',
            'content-type': 'application/json',
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 200)}`)
    const json = (text ? JSON.parse(text) : {}) as { result?: T }
    return path.startsWith('/local/') ? (json as T) : (json.result as T)
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

/** What a script answers, from its JSON. */
async function run<T>(client: { url: string }, source: string): Promise<T> {
    const { result } = await asAdmin<{ result: string }>(client, 'POST', '/local/script', {
        scope: 'global',
        script: `JSON.stringify((function () { ${source} })())`,
    })
    return JSON.parse(result) as T
}

/** The stored tokens as GlideOAuthClient.getToken() tells them; null where there are none. */
export function held(client: { url: string }, { requestor, profile }: Connection): Promise<Held | null> {
    return run(
        client,
        `var token = new sn_auth.GlideOAuthClient().getToken('${requestor}', '${profile}')
        return token && {
            expiresIn: token.getExpiresIn(),
            refreshTokenExpiresIn: token.getRefreshTokenExpiresIn(),
            hasAccessToken: !!token.getAccessToken(),
            hasRefreshToken: !!token.getRefreshToken(),
        }`
    )
}

/** How a token request ended, as GlideOAuthClientResponse tells it. */
export interface TokenAnswer {
    error: string
    status: number
    body: string
}

/** Asks for tokens as a script does; what comes is stored for the connection's requestor. */
export function requestToken(
    client: { url: string },
    { requestor, profile }: Connection,
    grant: 'refresh_token' | 'authorization_code' | 'client_credentials'
): Promise<TokenAnswer> {
    return run(
        client,
        `var client = new sn_auth.GlideOAuthClient()
        var request = new sn_auth.GlideOAuthClientRequest()
        request.setGrantType('${grant}')
        request.setParameter('oauth_requestor_context', 'sys_rest_message')
        request.setParameter('oauth_requestor', '${requestor}')
        request.setParameter('oauth_provider_profile', '${profile}')
        if ('${grant}' === 'refresh_token') {
            var token = client.getToken('${requestor}', '${profile}')
            request.setRefreshToken(token ? token.getRefreshToken() : '')
        }
        if ('${grant}' === 'authorization_code') request.setParameter('code', 'a-code')
        var response = client.requestTokenByRequest(null, request)
        return { error: response.getErrorMessage(), status: Number(response.getResponseCode()), body: response.getBody() }`
    )
}

/** Gives the consent at the provider as a person would, over plain HTTP; answers the last page. */
export async function giveConsent(
    client: { url: string },
    { requestor, profile }: Connection,
    person: (browser: Browser, atProvider: Awaited<ReturnType<Browser['open']>>) => Promise<string>
): Promise<{ status: number; html: string }> {
    const browser = new Browser()
    const own = (location: string) => !location.startsWith(client.url)
    const query = new URLSearchParams({
        oauth_requestor_context: 'sys_rest_message',
        oauth_requestor: requestor,
        oauth_provider_profile: profile,
        response_type: 'code',
    })
    const signIn = await browser.follow(await browser.open(`${client.url}/oauth_initiator.do?${query}`), own)
    const leaving = await browser.follow(
        await browser.submit(signIn, { user_name: 'admin', user_password: 'admin' }),
        own
    )
    if (!leaving.location) throw new Error(`the consent did not begin: status ${leaving.status}`)
    const back = await person(browser, await browser.open(leaving.location))
    return browser.open(back)
}

/** Signs in and allows at another instance; answers where it sends the browser back to. */
export async function allowAtInstance(
    provider: { url: string },
    browser: Browser,
    page: Awaited<ReturnType<Browser['open']>>
): Promise<string> {
    const leaves = (location: string) => !location.startsWith(provider.url)
    const signIn = await browser.follow(page, leaves)
    const consent = await browser.follow(
        await browser.submit(signIn, { user_name: 'beth.anglin', user_password: 'beth.anglin' }),
        leaves
    )
    const done = await browser.submit(consent, {}, 'Allow')
    if (!done.location) throw new Error(`no way back: status ${done.status}`)
    return done.location
}

/** Registers the client at another instance and that instance at the client. */
export async function connectInstances(
    client: LocalInstance,
    provider: LocalInstance,
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
        // What the administrator of the provider told: the same lifespans.
        entity: { ...lifespans, ...options.entity },
    })
}
