import { signedInUser } from '../../platform/explicit-roles'
import { checkCredentials } from '../../sign-in/credentials'
import { refuse } from '../token-refusal'
import { grantTokens, usableUser, type Grant } from './grant'

/** RFC 6749 §4.3, unless `glide.oauth.inbound.ropc.grant_type.disabled` is true. */
export const password: Grant = (request) => {
    const { services, parameter } = request
    if (services.isOn('passwordDisabled')) {
        return refuse('password grant is disabled: glide.oauth.inbound.ropc.grant_type.disabled is true')
    }
    const row = checkCredentials(services.host.store, parameter('username'), parameter('password'))
    if (!row) return refuse('invalid user name or password')
    const user = usableUser(services, row['sys_id'] ?? '')['sys_id'] ?? ''
    signedInUser(services.host, user, 'bearer')
    return grantTokens(request, { user, grantType: 'password', withRefresh: true })
}
