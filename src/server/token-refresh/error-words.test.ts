import { meaningOf, toWord } from './error-words'

describe('the meaning of an error code', () => {
    it.each([
        ...['rate_limit', 'ratelimit', 'ratelimited', 'rate_limits', 'throttled', 'throttling', 'overload'],
        ...['overloaded', 'timeout', 'time_out', 'timed_out', 'temporarily_unavailable', 'temporary_failure'],
        ...['request_timeout', 'quota_exceeded', 'internal', 'internal_error', 'internal_server_error'],
        ...['fatal_error'],
    ])('%s is temporary', (word) => expect(meaningOf(word)).toBe('passing'))

    it.each([
        ...['interaction_required', 'consent_required', 'login_required', 'account_selection_required'],
        ...['mfa_required', 'account_inactive', 'authorization_not_found', 'invalid_code'],
        ...['invalid_grant_error', 'invalid_grant_exception'],
    ])('%s is final', (word) => expect(meaningOf(word)).toBe('final'))

    it.each([
        ...[
            'invalid_client',
            'incorrect_client_credentials',
            'invalid_client_credential',
            'bad_client_secret',
        ],
        ...['bad_client_id', 'deleted_client'],
    ])('%s is about the client', (word) => expect(meaningOf(word)).toBe('client'))

    it.each([
        ...['', 'not_internal', 'internal_note', 'not_fatal', 'fatality', 'quotas', 'misquota'],
        ...['my_invalid_client', 'invalid_client_type', 'invalid_client_idx', 'invalid_error_grant'],
        ...['unauthorized_client', 'invalid_grant_type', 'invalid_access_token', 'missing_refresh_token'],
    ])('%p is unknown', (word) => expect(meaningOf(word)).toBe('unknown'))
})

describe('the form of an error code', () => {
    it.each([
        ['BAD_REFRESH_TOKEN', 'bad_refresh_token'],
        ['Invalid - grant', 'invalid_grant'],
        ['InvalidGrantException', 'invalid_grant_exception'],
        ['keymanagement.service.invalid_refreshToken', 'invalid_refresh_token'],
        ['oauth_invalid_grant', 'invalid_grant'],
        ['oauth2_invalid_grant', 'invalid_grant'],
        ['oa_invalid_grant', 'invalid_grant'],
        ['err_invalid_grant', 'invalid_grant'],
        ['error_invalid_grant', 'invalid_grant'],
        ['some_error_code', 'some_error_code'],
        ['__invalid_grant__', 'invalid_grant'],
        ['x'.repeat(80), 'x'.repeat(80)],
        ['x'.repeat(81), ''],
    ])('of %p is %p', (text, word) => expect(toWord(text)).toBe(word))
})
