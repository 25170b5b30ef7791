// @ts-check
import { exactly, platformRefuses, refuses, success } from './answers.mjs'

const FORM = 'application/x-www-form-urlencoded'
const UNAVAILABLE = ['temporarily_unavailable']
const opaque = { type: 'string', pattern: '^[\\x21-\\x7e]+$', maxLength: 4096 }
const clientId = { type: 'string', pattern: '^[A-Za-z0-9._~:@/-]{1,100}$' }

/** Schemas of the bodies of OpenFin Integration. */
export const integrationSchemas = {
    CodeExchange: {
        ...exactly({
            grant_type: { const: 'authorization_code' },
            client_id: clientId,
            code: opaque,
            code_verifier: { type: 'string', pattern: '^[A-Za-z0-9._~-]{43,128}$' },
            redirect_uri: opaque,
        }),
        // The routes drop what they do not know, such as the empty scope of @openfin/servicenow.
        additionalProperties: true,
    },
    TokenRefresh: {
        ...exactly({ grant_type: { const: 'refresh_token' }, client_id: clientId, refresh_token: opaque }),
        additionalProperties: true,
    },
    Revocation: {
        ...exactly(
            {
                client_id: clientId,
                token: opaque,
                token_type_hint: { type: 'string', examples: ['access_token', 'refresh_token'] },
            },
            ['client_id', 'token']
        ),
        additionalProperties: true,
    },
    Tokens: exactly(
        {
            access_token: { type: 'string', minLength: 1 },
            refresh_token: { type: 'string', minLength: 1 },
            expires_in: { type: 'integer', minimum: 0, description: 'Seconds.' },
            scope: { type: 'string' },
            token_type: { type: 'string', examples: ['Bearer'] },
        },
        ['access_token', 'scope', 'token_type']
    ),
    Revoked: exactly({}),
    UserInfo: exactly({
        result: exactly({
            sys_id: { type: 'string', pattern: '^[0-9a-f]{32}$' },
            user_name: { type: 'string', minLength: 1 },
            name: { type: 'string' },
            first_name: { type: 'string' },
            last_name: { type: 'string' },
            email: { type: 'string' },
            title: { type: 'string' },
            phone: { type: 'string' },
            mobile_phone: { type: 'string' },
            preferred_language: { type: 'string' },
            time_zone: { type: 'string' },
        }),
    }),
}

/** What both token routes answer beside success and malformed requests. */
const openRoute = {
    ...refuses(
        401,
        ['invalid_client'],
        'The client is unknown, inactive, confidential or not an inbound one.'
    ),
    ...refuses(
        403,
        UNAVAILABLE,
        'The routes are switched off, or locked down; in a lockdown the platform refuses from Australia on.',
        { orPlatform: true }
    ),
    ...platformRefuses(406, 'The Accept header excludes JSON.'),
    ...refuses(413, ['invalid_request'], 'The body has more than 16,384 bytes, or more than 40 parameters.'),
    ...platformRefuses(415, 'The body is not a form.'),
    ...refuses(429, UNAVAILABLE, 'A limit was reached.', { retryAfter: true }),
    ...refuses(500, UNAVAILABLE, 'The app failed.'),
    ...refuses(502, UNAVAILABLE, 'The token endpoint of the instance failed, also at the second attempt.'),
    ...refuses(503, UNAVAILABLE, 'The token endpoint of the instance is overloaded.', { retryAfter: true }),
    ...refuses(504, UNAVAILABLE, 'The token endpoint of the instance timed out.'),
}

/** @param {string[]} names of schemas, one for each kind of request */
function form(...names) {
    const refs = names.map((name) => ({ $ref: `#/components/schemas/${name}` }))
    return {
        required: true,
        content: { [FORM]: { schema: refs.length === 1 ? refs[0] : { oneOf: refs } } },
    }
}

/** Paths of OpenFin Integration. */
export const integrationPaths = {
    '/api/x_opfi_openfin/v1/integration/request_tokens': {
        post: {
            tags: ['OpenFin Integration'],
            operationId: 'requestTokens',
            summary: 'Exchanges an authorization code for tokens, or refreshes an access token.',
            security: [],
            requestBody: form('CodeExchange', 'TokenRefresh'),
            responses: {
                ...success('Tokens', 'The tokens, at the top level.'),
                ...refuses(
                    400,
                    ['invalid_request', 'invalid_grant', 'unsupported_grant_type'],
                    'The request is malformed, its code or token is not valid, or the grant is not supported.'
                ),
                ...openRoute,
            },
        },
    },
    '/api/x_opfi_openfin/v1/integration/revoke_token': {
        post: {
            tags: ['OpenFin Integration'],
            operationId: 'revokeToken',
            summary: 'Revokes an access or refresh token.',
            security: [],
            requestBody: form('Revocation'),
            responses: {
                ...success('Revoked', 'Revoked, or unknown to the instance (RFC 7009 section 2.2).'),
                ...refuses(400, ['invalid_request'], 'The request is malformed.'),
                ...openRoute,
            },
        },
    },
    '/api/x_opfi_openfin/v1/integration/user_info': {
        get: {
            tags: ['OpenFin Integration'],
            operationId: 'userInfo',
            summary: 'Returns the user of the access token, as far as the user may read that record.',
            security: [{ oauth: [] }, { basic: [] }],
            responses: {
                ...success('UserInfo', 'The caller.'),
                ...platformRefuses(401, 'Nobody is signed in.'),
                ...platformRefuses(406, 'The Accept header excludes JSON.'),
            },
        },
    },
}
