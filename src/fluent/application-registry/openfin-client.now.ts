import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'

/**
 * The OAuth client of OpenFin and web apps. A first-install record, so that an administrator's edits survive an upgrade.
 * A public client has no secret. The redirect URL contains the instance's address, so the setup sets it.
 */
export const openFinClient = Record({
    $id: Now.ID['openfin-client'],
    table: 'oauth_entity',
    $meta: { installMethod: 'first install' },
    data: {
        name: 'OpenFin',
        comments: 'OAuth client of OpenFin and web apps. Run the setup of this app to set the redirect URL.',
        type: 'client',
        active: true,
        public_client: true,
        use_pkce: true,
        client_id: OPENFIN_CLIENT_ID,
        default_grant_type: 'authorization_code',
        auth_code_lifespan: 60,
        access_token_lifespan: 7200,
        refresh_token_lifespan: 86400,
        skip_authorize: false,
        // What a registration of the Machine Identity Console has (DOCS configure-an-oauth-authorization-code-grant). A
        // release without one of these columns leaves it out.
        inbound_grant_type: 'authz_code',
        client_type: 'integration_as_a_user',
        token_format: 'opaque',
        scope_restriction_status: 'unrestricted',
    },
})
