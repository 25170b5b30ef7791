/** Severity of a finding; an error prevents users from signing in or calling APIs. */
export type Severity = 'error' | 'warning' | 'info'

/** Every finding by its code, in the order in which they are reported. Codes are stable. */
export const SEVERITIES = {
    app_missing: 'error',
    instance_cloned: 'error',
    registration_missing: 'error',
    registration_inactive: 'error',
    registration_not_public: 'error',
    registration_restricted: 'error',
    duplicate_client_id: 'error',
    pkce_not_required: 'warning',
    lifespan_unusual: 'warning',
    redirect_url_missing: 'error',
    redirect_url_not_first: 'warning',
    callback_url_missing: 'error',
    cors_off: 'error',
    cors_rule_missing: 'error',
    cors_rule_inactive: 'error',
    cors_rule_wrong_api: 'error',
    cors_rule_methods: 'error',
    cors_rule_wildcard: 'warning',
    cors_headers_not_exposed: 'warning',
    preflight_refused: 'error',
    open_routes_off: 'error',
    open_routes_and_direct: 'warning',
    token_endpoint_unreachable: 'error',
    internal_role_required: 'error',
    route_overridden: 'error',
    servlet_uri_unusable: 'error',
    servlet_uri_differs: 'info',
    host_not_allowed: 'error',
    state_not_required: 'warning',
    basic_auth_restricted: 'info',
    clock_skew: 'warning',
    echo_unprotected: 'warning',
    refresh_switched_off: 'warning',
    refresh_job_missing: 'warning',
    refresh_queue_unattended: 'warning',
    credential_read_denied: 'warning',
    rule_unusable: 'warning',
    tokens_need_consent: 'warning',
    tokens_failing: 'warning',
    nobody_to_tell: 'warning',
    notification_off: 'info',
    atf_tests_missing: 'info',
} as const satisfies Record<string, Severity>

/** Code of a finding. */
export type Code = keyof typeof SEVERITIES

/** All codes. */
export const CODES = Object.keys(SEVERITIES) as Code[]
