import { refuse } from '../token-refusal'
import { grantTokens, usableUser, type Grant } from './grant'

/**
 * RFC 6749 §4.4: acts as the registration's OAuth Application User; disabled unless a property enables it;
 * issues no refresh token.
 */
export const clientCredentials: Grant = (request) => {
    const { services, client } = request
    if (!services.isOn('clientCredentials')) {
        return refuse(
            'client credentials grant is disabled: glide.oauth.inbound.client.credential.grant_type.enabled is not true'
        )
    }
    if (client.isPublic) return refuse('public clients cannot use the client credentials grant')
    if (!client.user) return refuse('the application registration has no OAuth Application User')
    const user = usableUser(services, client.user)['sys_id'] ?? ''
    return grantTokens(request, { user, grantType: 'client_credentials', withRefresh: false })
}
