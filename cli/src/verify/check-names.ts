/** All checks in the order of the report. Names are stable. */
export const CHECKS = [
    ...(['registration', 'pkce_required', 'lifespans', 'cors_rules', 'authorization_request'] as const),
    ...(['preflight', 'token_route', 'sign_in', 'redirect_bound', 'wrong_verifier', 'exchange'] as const),
    ...(['second_use', 'user_info', 'table_api', 'renewal', 'refresh_token_echo', 'other_route'] as const),
    ...(['limits', 'access_token_expiry', 'code_expiry', 'deny', 'off_switch', 'lockdown'] as const),
    ...(['revocation', 'cors_answers', 'browser_reads', 'outbound', 'clean_up'] as const),
] as const

/** Name of a check. */
export type CheckName = (typeof CHECKS)[number]
