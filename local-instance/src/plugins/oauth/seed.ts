import type { Store } from '../../core/store/types'
import { KEYS } from './credential-tables'
import { newKey } from './token-cipher'

/** The public client that the SDK's command line signs in with (SDK sdk-cli/src/auth/OAuth/CodeGrant.ts). */
export const SDK_CLIENT_ID = '543e5655f77746a28228c6009a599dfb'

/** Properties of a new instance (platform-facts §1.10); what a real one does not have, this one does not have either. */
const PROPERTIES: [name: string, type: string, value: string, description: string][] = [
    ['com.snc.platform.security.oauth.is.active', 'boolean', 'true', 'OAuth is active'],
    ['glide.oauth.state.parameter.required', 'boolean', 'true', 'The state parameter is required for a code'],
    [
        'glide.oauth.allow.parameters.in.post.body.only',
        'boolean',
        'true',
        'Token requests may not use the URL',
    ],
    ['glide.oauth.inbound.ropc.grant_type.disabled', 'boolean', 'false', 'Disables the password grant'],
]

/** Adds what a new instance has: its key, its properties, and the SDK's own client. */
export function seedOAuth(store: Store): void {
    store.insert(KEYS, { value: newKey() })
    for (const [name, type, value, description] of PROPERTIES) {
        store.insert('sys_properties', { name, type, value, description })
    }
    store.insert('oauth_entity', {
        name: 'ServiceNow SDK',
        type: 'client',
        client_id: SDK_CLIENT_ID,
        public_client: '1',
        use_pkce: '1',
        active: '1',
        default_grant_type: 'authorization_code',
        redirect_url: '/sdk-oauth.do',
    })
}
