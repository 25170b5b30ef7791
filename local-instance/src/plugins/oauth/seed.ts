import type { Store } from '../../core/store/types'
import { KEYS } from './credential-tables'
import { seedSwitches } from './switches'
import { newKey } from './token-cipher'

/** The public client of the SDK's command line (SDK sdk-cli/src/auth/OAuth/CodeGrant.ts). */
const SDK_CLIENT_ID = '543e5655f77746a28228c6009a599dfb'

/** Adds the records of a new instance: its key, its own switches and the SDK's client. */
export function seedOAuth(store: Store): void {
    store.insert(KEYS, { value: newKey() })
    seedSwitches(store)
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
