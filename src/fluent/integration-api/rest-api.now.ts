import '@servicenow/sdk/global'
import { Acl, RestApi } from '@servicenow/sdk/core'
import { requestTokens } from '../../server/integration-api/request-tokens'
import { revokeToken } from '../../server/integration-api/revoke-token'
import { userInfo } from '../../server/integration-api/user-info'

const signedIn = Acl({
    $id: Now.ID['user-info-acl'],
    type: 'rest_endpoint',
    name: 'OpenFin Integration',
    operation: 'execute',
    securityAttribute: 'user_is_authenticated',
    // With explicit roles the platform adds `snc_internal` to every rule without a role (DOCS explicit-roles), and
    // external users could not connect. Who is signed in is asked by the attribute.
    roles: ['public'],
    description:
        'Allows every authenticated user, external users included, to read their own user information.',
})

/**
 * The REST API of OpenFin clients, `/api/x_opfi_openfin/v1/integration/…`. The two token routes need no sign-in, because
 * clients call them to obtain the token to sign in with; path-acls.now.ts and the server code protect them.
 */
export const integrationApi = RestApi({
    $id: Now.ID['integration-api'],
    name: 'OpenFin Integration',
    serviceId: 'integration',
    shortDescription: 'Exchanges, refreshes and revokes OAuth tokens for OpenFin and web apps.',
    enforceAcl: [signedIn],
    versions: [
        {
            $id: Now.ID['integration-api-v1'],
            version: 1,
            isDefault: true,
            shortDescription: 'The wire format of @openfin/servicenow 1.0.1.',
        },
    ],
    routes: [
        {
            $id: Now.ID['request-tokens'],
            name: 'Request tokens',
            path: '/request_tokens',
            method: 'POST',
            version: 1,
            authentication: false,
            authorization: false,
            internalRole: false,
            enforceAcl: [],
            consumes: 'application/x-www-form-urlencoded',
            produces: 'application/json',
            shortDescription: 'Exchanges an authorization code for tokens, or refreshes an access token.',
            requestExample: 'grant_type=refresh_token&client_id=CLIENT_ID&refresh_token=REFRESH_TOKEN',
            script: requestTokens,
        },
        {
            $id: Now.ID['revoke-token'],
            name: 'Revoke token',
            path: '/revoke_token',
            method: 'POST',
            version: 1,
            authentication: false,
            authorization: false,
            internalRole: false,
            enforceAcl: [],
            consumes: 'application/x-www-form-urlencoded',
            produces: 'application/json',
            shortDescription: 'Revokes an access or refresh token.',
            requestExample: 'client_id=CLIENT_ID&token=TOKEN&token_type_hint=refresh_token',
            script: revokeToken,
        },
        {
            $id: Now.ID['user-info'],
            name: 'User info',
            path: '/user_info',
            method: 'GET',
            version: 1,
            authentication: true,
            authorization: true,
            internalRole: false,
            enforceAcl: [signedIn],
            produces: 'application/json',
            shortDescription: 'Returns the user of the access token.',
            script: userInfo,
        },
    ],
})
