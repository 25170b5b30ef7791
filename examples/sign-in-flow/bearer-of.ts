import { signIn } from './sign-in'

/**
 * The public client that ServiceNow's SDK signs people in with (SDK sdk-cli/src/auth/OAuth/CodeGrant.ts). It is there
 * before any app is installed, so it serves an administrator where Basic authentication is restricted.
 */
const SDK_CLIENT_ID = '543e5655f77746a28228c6009a599dfb'

/**
 * Signs a user in by authorization code and PKCE.
 *
 * @returns value of an Authorization header, `Bearer …`, good for the lifespan of the client's access tokens
 * @throws Error if the instance does not issue a token
 */
export async function bearerOf(user: {
    /** Without a trailing slash. */
    instanceUrl: string
    userName: string
    password: string
}): Promise<string> {
    const { instanceUrl } = user
    const redirectUri = `${instanceUrl}/sdk-oauth.do`
    const { code, verifier } = await signIn({ ...user, clientId: SDK_CLIENT_ID, redirectUri })
    const response = await fetch(`${instanceUrl}/oauth_token.do`, {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'authorization_code',
            client_id: SDK_CLIENT_ID,
            code: code ?? '',
            code_verifier: verifier,
            redirect_uri: redirectUri,
        }),
    })
    if (!response.ok) throw new Error(`the token endpoint returned ${response.status}`)
    const { access_token } = (await response.json()) as { access_token: string }
    return `Bearer ${access_token}`
}
