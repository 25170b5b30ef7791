import { asAdmin } from './as-admin'
import { allowAtInstance, giveConsent } from './give-consent'
import { connectInstances } from './register-provider'
import type { Watched } from './timeline'

/** Two instances, and the lifespans of tokens. */
export interface InstancePair {
    client: { url: string }
    provider: { url: string; clock: { now(): number } }
    lifespans: Record<string, string>
}

/** Connects one instance to another by a user's consent, with or without an OAuth API Script. */
export async function connectAtInstance(
    { client, provider, lifespans }: InstancePair,
    script: string
): Promise<Watched> {
    const name = `ServiceNow, ${script || 'no script'}`
    const connection = await connectInstances(client, provider, {
        name,
        lifespans,
        ...(script && { apiScript: script }),
    })
    await giveConsent(client, connection, (browser, page) => allowAtInstance(provider, browser, page))
    const registration = await asAdmin<{ client_id: string }>(
        client,
        'GET',
        `/api/now/table/oauth_entity/${connection.entity}`
    )
    const query = `peer.client_id=${registration.client_id}^type=refresh_token`
    return {
        script,
        connection,
        async truth() {
            const [token] = await asAdmin<{ expires: string }[]>(
                provider,
                'GET',
                `/api/now/table/oauth_credential?sysparm_query=${query}^ORDERBYDESCexpires`
            )
            const end = Date.parse(`${token?.expires.replace(' ', 'T')}Z`)
            return (end - provider.clock.now()) / 1000
        },
    }
}
