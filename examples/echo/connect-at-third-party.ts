import { asAdmin } from './as-admin'
import { giveConsent } from './give-consent'
import { registerProvider, type Connection } from './register-provider'
import type { ThirdParty } from './start-third-party'
import type { Watched } from './timeline'
import { refreshTokenOf } from './tokens'

/** A client instance and a third party with the client's registration there. */
export interface ThirdPartyPair {
    client: { url: string }
    thirdParty: ThirdParty
    clientId: string
    clientSecret: string
    refreshTokenS: number
    /** Further columns of the registration at the client. */
    entity?: Record<string, string>
}

/** Connects an instance to the third party by a user's consent, with or without an OAuth API Script. */
export async function connectAtThirdParty(pair: ThirdPartyPair, script: string): Promise<Watched> {
    const { client, thirdParty, clientId, clientSecret, refreshTokenS, entity } = pair
    const connection = await registerProvider(client, {
        name: `Third party, ${script || 'no script'}`,
        clientId,
        clientSecret,
        authUrl: `${thirdParty.issuer}/auth`,
        tokenUrl: `${thirdParty.issuer}/token`,
        revokeUrl: `${thirdParty.issuer}/token/revocation`,
        ...(script && { apiScript: script }),
        entity: { refresh_token_lifespan: String(refreshTokenS), code_challenge_method: 'S256', ...entity },
    })
    await addScope(client, connection, 'openid')
    await consentAtThirdParty(client, connection)
    return {
        script,
        connection,
        async truth() {
            const response = await fetch(`${thirdParty.issuer}/token/introspection`, {
                method: 'POST',
                body: new URLSearchParams({
                    token: await refreshTokenOf(client, connection),
                    client_id: clientId,
                    client_secret: clientSecret,
                }),
            })
            const { active, exp = 0 } = (await response.json()) as { active: boolean; exp?: number }
            return active ? exp - (await thirdParty.now()) / 1000 : 0
        },
    }
}

/** Signs in at the third party and grants the client's request. @throws if that fails */
export async function consentAtThirdParty(client: { url: string }, connection: Connection): Promise<void> {
    const leaves = (location: string) => location.startsWith(client.url)
    const end = await giveConsent(client, connection, async (browser, page) => {
        const signIn = await browser.follow(page, leaves)
        const asked = await browser.follow(
            await browser.submit(signIn, { login: 'somebody', password: 'any' }),
            leaves
        )
        const done = asked.location ? asked : await browser.follow(await browser.submit(asked, {}), leaves)
        return done.location ?? ''
    })
    if (end.status !== 200) throw new Error(`the consent at the third party ended with ${end.status}`)
}

/** Adds a scope to a profile. */
export async function addScope(
    client: { url: string },
    { entity, profile }: Connection,
    scope: string
): Promise<void> {
    const { sys_id } = await asAdmin<{ sys_id: string }>(
        client,
        'POST',
        '/api/now/table/oauth_entity_scope',
        {
            name: scope,
            oauth_entity: entity,
            oauth_entity_scope: scope,
        }
    )
    await asAdmin(client, 'POST', '/api/now/table/oauth_entity_profile_scope', {
        oauth_entity_profile: profile,
        oauth_entity_scope: sys_id,
    })
}
