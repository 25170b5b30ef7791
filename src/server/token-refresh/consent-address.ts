import { textProperty } from '../shared/property'
import type { TokenKey } from './outcome'

/**
 * Address at which a person gives the consent that a new refresh token needs (DOCS oauth-auth-code-flow-state-parm).
 * Holds nothing secret. Relative where the instance does not tell its own address.
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
