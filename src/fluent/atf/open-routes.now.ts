import '@servicenow/sdk/global'
import { Test } from '@servicenow/sdk/core'

/** Requests of strangers, without credentials. The first two leave a row in OpenFin Requests, as any caller does. */
export const requestTokensTest = Test(
    {
        $id: Now.ID['atf-request-tokens'],
        name: 'OpenFin: request_tokens refuses an unknown client',
        description: 'A request with a client that is not registered is refused, and no token is issued.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.rest.sendRestRequest({
            $id: Now.ID['atf-request-tokens-send'],
            path: '/api/x_opfi_openfin/v1/integration/request_tokens',
            method: 'post',
            auth: '',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: 'grant_type=refresh_token&client_id=unknown&refresh_token=none',
        })
        atf.rest.assertStatusCode({
            $id: Now.ID['atf-request-tokens-status'],
            operation: 'equals',
            statusCode: 401,
        })
    }
)

/** As above. */
export const revokeTokenTest = Test(
    {
        $id: Now.ID['atf-revoke-token'],
        name: 'OpenFin: revoke_token refuses an unknown client',
        description: 'A revocation with a client that is not registered is refused.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.rest.sendRestRequest({
            $id: Now.ID['atf-revoke-token-send'],
            path: '/api/x_opfi_openfin/v1/integration/revoke_token',
            method: 'post',
            auth: '',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: 'client_id=unknown&token=none&token_type_hint=access_token',
        })
        atf.rest.assertStatusCode({
            $id: Now.ID['atf-revoke-token-status'],
            operation: 'equals',
            statusCode: 401,
        })
    }
)

/** The route that returns a person's data. */
export const strangerTest = Test(
    {
        $id: Now.ID['atf-user-info-stranger'],
        name: 'OpenFin: user_info requires authentication',
        description: 'A request without credentials is refused with 401.',
        active: true,
        failOnServerError: false,
    },
    (atf) => {
        atf.rest.sendRestRequest({
            $id: Now.ID['atf-user-info-stranger-send'],
            path: '/api/x_opfi_openfin/v1/integration/user_info',
            method: 'get',
            auth: '',
        })
        atf.rest.assertStatusCode({
            $id: Now.ID['atf-user-info-stranger-status'],
            operation: 'equals',
            statusCode: 401,
        })
    }
)
