import { refuse } from '../token-refusal'
import { grantTokens, usableUser, type Grant } from './grant'

/** RFC 6749 §4.4: acts as the registration's OAuth Application User; off unless a property switches it on; no refresh token. */
export const clientCredentials: Grant = (request) => {
    const { services, client } = request
    if (!services.isOn('clientCredentials')) {
        return refuse('glide.oauth.inbound.client.credential.grant_type.enabled is not true')
    }
    if (client.isPublic) return refuse('a public client has no credentials')
    if (!client.user) return refuse('the registration has no OAuth Application User')
    const user = usableUser(services, client.user)['sys_id'] ?? ''
    return grantTokens(request, { user, grantType: 'client_credentials', withRefresh: false })
}
