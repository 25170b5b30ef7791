/** Base path of the app's Scripted REST API, which browsers reach through its CORS rule. */
export const INTEGRATION = '/api/x_opfi_openfin/v1/integration/'

/** The instance's OAuth pages in any folder, and the app's routes that stand in for them. */
const OAUTH_ROUTE = /[/\\](oauth[^/\\]*\.do|integration[/\\](request|revoke)_token)/i

/** Whether a path is one of the OAuth routes, in any encoding. An access token must not be sent there. */
export const isOAuthRoute = (path: string): boolean => OAUTH_ROUTE.test(decodeFully(path))

/** Decodes until the path stops changing, as chained servers do. Invalid escapes stay as they are. */
function decodeFully(path: string): string {
    const once = path.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    return once === path ? path : decodeFully(once)
}

/** Parameters of `/oauth_auth.do` that the sign-in sets itself. An app must not override them. */
export const RESERVED_PARAMETERS = /^(response_type|client_id|redirect_uri|state|code_challenge(_method)?)$/
