/** Endpoints that the clients use and faults are injected into. */
export const PATHS = {
    request_tokens: '/api/x_opfi_openfin/v1/integration/request_tokens',
    revoke_token: '/api/x_opfi_openfin/v1/integration/revoke_token',
    user_info: '/api/x_opfi_openfin/v1/integration/user_info',
    token_endpoint: '/oauth_token.do',
    revoke_endpoint: '/oauth_revoke_token.do',
    authorize: '/oauth_auth.do',
    login: '/login.do',
    incident: '/api/now/table/incident',
    sn_bom_financial_service: '/api/now/table/sn_bom_financial_service',
} as const

/** Names of the endpoints. */
export type Route = keyof typeof PATHS

/** The endpoint that an open route forwards to. */
export const UPSTREAM: Partial<Record<Route, string>> = {
    request_tokens: PATHS.token_endpoint,
    revoke_token: PATHS.revoke_endpoint,
}

/** Routes whose response comes from a script of the app. */
export const SCRIPTED: readonly Route[] = ['request_tokens', 'revoke_token', 'user_info']
