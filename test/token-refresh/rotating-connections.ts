import { registerProvider, type Connection } from '../../examples/echo/register-provider'
import { requestToken } from '../../examples/echo/tokens'
import type { RefreshFixture } from './fixture'

/** Creates connections of one provider, each with its own tokens, covered by a rule. */
export async function rotatingConnections(
    fixture: RefreshFixture,
    { tokenUrl, count }: { tokenUrl: string; count: number }
): Promise<Connection[]> {
    const first = await registerProvider(fixture.instance, {
        clientId: 'us',
        clientSecret: 'a secret',
        authUrl: 'http://127.0.0.1/consent',
        tokenUrl,
    })
    const connections = [first]
    for (let more = 1; more < count; more++)
        connections.push({
            ...first,
            requestor: fixture.insert('sys_rest_message', {
                name: `Message ${more}`,
                authentication_type: 'oauth2',
                oauth2_profile: first.profile,
            }),
        })
    for (const connection of connections)
        await requestToken(fixture.instance, connection, 'authorization_code')
    await fixture.rule({ condition: `oauth2_profile=${first.profile}` })
    return connections
}
