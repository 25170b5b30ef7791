import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'
import {
    EXPOSED_HEADERS,
    INTEGRATION_RULE,
    MAX_AGE_S,
    NO_ORIGIN,
    TABLE_API_RULE,
} from '../../../setup/packaged'
import { integrationApi } from '../integration-api/rest-api.now'

/** Lets pages call the routes of this app. Inactive and without an origin until the setup sets one. */
export const integrationRule = Record({
    $id: Now.ID['integration-cors-rule'],
    table: 'sys_cors_rule',
    $meta: { installMethod: 'first install' },
    data: {
        name: INTEGRATION_RULE,
        rest_api: integrationApi,
        domain: NO_ORIGIN,
        active: false,
        get: true,
        post: true,
        put: false,
        patch: false,
        delete: false,
        max_age: MAX_AGE_S,
        exposed_headers: EXPOSED_HEADERS,
    },
})

/** Lets pages call the Table API. The sys_id of its definition differs by instance, so the setup sets it. */
export const tableApiRule = Record({
    $id: Now.ID['table-api-cors-rule'],
    table: 'sys_cors_rule',
    $meta: { installMethod: 'first install' },
    data: {
        name: TABLE_API_RULE,
        rest_api: '',
        domain: NO_ORIGIN,
        active: false,
        get: true,
        post: true,
        put: true,
        patch: true,
        delete: false,
        max_age: MAX_AGE_S,
        exposed_headers: EXPOSED_HEADERS,
    },
})
