import { textProperty } from '../shared/property'
import type { TokenKey } from './token-key'

/**
 * URL at which a person grants consent for a new refresh token (DOCS oauth-auth-code-flow-state-parm). Contains no
 * secret. Relative if the instance's own address is unknown.
 */
export function consentAddress({ table, requestor, profile }: TokenKey): string {
    const instance = textProperty('glide.servlet.uri', '/')
    const parameters = [
        ['oauth_requestor_context', table],
        ['oauth_requestor', requestor],
        ['oauth_provider_profile', profile],
        ['response_type', 'code'],
    ]
    const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')
    return `${instance}${instance.endsWith('/') ? '' : '/'}oauth_initiator.do?${query}`
}
