/** Names to values of further parameters of `/oauth_auth.do`; values are sent as text. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any value, and any object without an index signature
export type AuthFlowParams = Record<string, any>
