import { readRefusal, type FailedAnswer } from './provider-answer'

const read = (changes: Partial<FailedAnswer>) =>
    readRefusal({ status: 400, body: '', errorMessage: '', parameters: {}, ...changes }, 0, [])
const body = (answer: unknown) => JSON.stringify(answer)
const error = (code: string, status = 400, more = {}) => ({ status, body: body({ error: code, ...more }) })

/** What providers answer to a refresh token that is dead, each by its documentation or by public reports. */
const DEAD: [string, Partial<FailedAnswer>][] = [
    ['RFC 6749 §5.2', error('invalid_grant')],
    [
        'Google (developers.google.com/identity/protocols/oauth2)',
        error('invalid_grant', 400, { error_subtype: 'invalid_rapt' }),
    ],
    [
        'Entra ID (reference-error-codes)',
        error('invalid_grant', 400, { error_codes: [700082], suberror: 'bad_token' }),
    ],
    ['Entra ID, a second factor', error('interaction_required')],
    ['Entra ID, a consent', error('consent_required')],
    ['OpenID Connect Core §3.1.2.6', error('login_required')],
    ['Okta, Salesforce, Box, Dropbox, DocuSign, Xero, Intuit, Zendesk, Keycloak', error('invalid_grant')],
    [
        'Atlassian and Auth0',
        error('invalid_grant', 403, { error_description: 'Unknown or invalid refresh token.' }),
    ],
    ['Auth0, a second factor', error('mfa_required', 403)],
    ['GitHub', error('bad_refresh_token', 200)],
    [
        'GitHub, as a form',
        {
            status: 200,
            body: 'error=bad_refresh_token&error_description=The+refresh+token+passed+is+incorrect+or+expired.',
        },
    ],
    ['Slack', { status: 200, body: body({ ok: false, error: 'invalid_refresh_token' }) }],
    ['Slack, an app that was removed', { status: 200, body: body({ ok: false, error: 'token_revoked' }) }],
    ['Slack, a deleted user', { status: 200, body: body({ ok: false, error: 'account_inactive' }) }],
    [
        'HubSpot',
        {
            body: body({
                status: 'BAD_REFRESH_TOKEN',
                message: 'missing or invalid refresh token',
                correlationId: '1',
            }),
        },
    ],
    ['Zoho', error('invalid_code', 200)],
    ['Zoom', error('invalid_grant', 401, { reason: 'Invalid Token!' })],
    [
        'Pipedrive',
        {
            body: body({
                success: false,
                message: 'Invalid grant: refresh_token is invalid',
                error: 'invalid_grant',
            }),
        },
    ],
    [
        'Fitbit',
        {
            body: body({
                errors: [{ errorType: 'invalid_grant', message: 'Refresh token invalid' }],
                success: false,
            }),
        },
    ],
    [
        'Strava',
        {
            body: body({
                message: 'Bad Request',
                errors: [{ resource: 'RefreshToken', field: 'refresh_token', code: 'invalid' }],
            }),
        },
    ],
    [
        'Apigee',
        {
            body: body({
                fault: {
                    faultstring: 'Invalid Refresh Token',
                    detail: { errorcode: 'keymanagement.service.invalid_refresh_token' },
                },
            }),
        },
    ],
    ['Apigee, older', { body: body({ ErrorCode: 'invalid_request', Error: 'Refresh Token expired' }) }],
    [
        'Spring Security',
        error('invalid_token', 401, { error_description: 'Invalid refresh token (expired): x' }),
    ],
    ['OpenAI', { status: 401, body: body({ error: { code: 'refresh_token_reused', message: 'x' } }) }],
    ['Follow Up Boss', error('expired-refresh-token', 401)],
    ['AWS', { body: body({ __type: 'InvalidGrantException', error: 'invalid_grant' }) }],
    ['Xiaomi', error('OA_INVALID_REFRESHTOKEN')],
    ['a ServiceNow instance', error('server_error', 401, { error_description: 'access_denied' })],
    [
        'a ServiceNow instance, with the status in the body',
        error('server_error', 401, { error_description: 'access_denied', status: 401 }),
    ],
    [
        'a ServiceNow instance, with its description as code',
        error('access_denied', 401, { error_description: 'access_denied' }),
    ],
]

/** What they answer when the refresh token may be as good as before. */
const PASSING: [string, Partial<FailedAnswer>][] = [
    ['RFC 6749 §4.1.2.1', error('temporarily_unavailable')],
    ['RFC 8628 §3.5', error('slow_down')],
    ['Slack', { status: 200, body: body({ ok: false, error: 'ratelimited' }) }],
    ['Slack, a failure', { status: 200, body: body({ ok: false, error: 'internal_error' }) }],
    ['Slack, out of service', { status: 200, body: body({ ok: false, error: 'service_unavailable' }) }],
    ['Salesforce', error('rate_limit_exceeded')],
    ['Auth0', error('too_many_attempts', 403)],
    ['Google', { status: 403, body: body({ error: { code: 403, status: 'RESOURCE_EXHAUSTED' } }) }],
    ['a code that contradicts another', error('invalid_grant', 400, { code: 'RATE_LIMIT' })],
    ['429', error('invalid_grant', 429)],
    ['500', error('invalid_grant', 500)],
    ['503 with GitHub’s word', error('bad_refresh_token', 503)],
    ['503 with a page', { status: 503, body: '<html>busy</html>' }],
    ['408', { status: 408, body: '' }],
    ['425', { status: 425, body: '' }],
    ['a redirect', { status: 302, body: '<html>Sign in</html>' }],
    ['a choice of addresses', { status: 300, body: '<html>' }],
    ['no answer', { status: 0, errorMessage: 'Read timed out' }],
    [
        'a token that the platform did not store',
        { status: 200, body: body({ access_token: 'a' }), errorMessage: 'x' },
    ],
]

/** Mistakes of the registration, which an administrator mends. */
const CLIENT: [string, Partial<FailedAnswer>][] = [
    ['RFC 6749 §5.2', error('invalid_client', 401)],
    ['GitHub', error('incorrect_client_credentials', 200)],
    ['Slack', { status: 200, body: body({ ok: false, error: 'bad_client_secret' }) }],
    ['HubSpot', { body: body({ status: 'BAD_CLIENT_ID' }) }],
    ['Salesforce', error('invalid_client_id')],
    ['Google', error('deleted_client', 401)],
    [
        'Strava',
        { body: body({ errors: [{ resource: 'Application', field: 'client_secret', code: 'invalid' }] }) },
    ],
]

/** Words that do not say whether the refresh token is dead. */
const UNKNOWN: [string, Partial<FailedAnswer>][] = [
    [
        'Zoom, X and LinkedIn',
        error('invalid_request', 400, { error_description: 'refresh token is invalid or expired' }),
    ],
    [
        'a description alone',
        {
            body: body({
                error_description: 'invalid_grant',
                message: 'invalid_grant',
                detail: 'expired_token',
            }),
        },
    ],
    ['Twitch', { body: body({ message: 'Invalid refresh token', status: 400 }) }],
    ['prose where a code should be', error('The refresh token has expired, please sign in')],
    ['the grant type', error('unsupported_grant_type')],
    ['the grant type, HubSpot', { body: body({ status: 'BAD_GRANT_TYPE' }) }],
    ['the grant type, Klaviyo', error('invalid_grant_type')],
    ['the client’s rights', error('unauthorized_client', 403)],
    ['the access token', error('invalid_access_token', 401)],
    ['a parameter', error('missing_refresh_token')],
    ['the scope', error('invalid_scope')],
    ['access_denied without more (Atlassian, for a wrong secret)', error('access_denied', 401)],
    ['401 without a reason', error('server_error', 401)],
    [
        '400 with the words of a ServiceNow instance',
        error('server_error', 400, { error_description: 'access_denied' }),
    ],
    ['401 with its description alone', error('odd_code', 401, { error_description: 'access_denied' })],
    ['no code', { body: 'no' }],
    ['404', { status: 404, body: '<html>' }],
    [
        '200 that shows nothing',
        { status: 200, body: '', errorMessage: 'The response of the provider contains no access token' },
    ],
]

describe('H64 error codes of providers for an invalid refresh token', () => {
    it.each(DEAD)('%s', (_who, answer) => {
        expect(read(answer).meaning).toBe('final')
    })
})

describe('H63 error codes of providers for temporary failures', () => {
    it.each(PASSING)('%s', (_what, answer) => {
        expect(read(answer)).toMatchObject({ meaning: 'passing', fingerprint: '' })
    })

    it.each(CLIENT)('client credentials rejected: %s', (_what, answer) => {
        expect(read(answer)).toMatchObject({ meaning: 'client', fingerprint: '' })
    })

    it.each(UNKNOWN)('unknown code: %s', (_what, answer) => {
        const { meaning, fingerprint } = read(answer)
        expect([meaning, fingerprint]).toEqual(['unknown', expect.stringMatching(/^\d{3}( [a-z_]+)?$/)])
    })
})
