/** Names to values of further parameters of `/oauth_auth.do`. */
export type AuthFlowParams = Record<string, string>
