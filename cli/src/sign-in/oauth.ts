import * as oauth from 'oauth4webapi'
import { Failure, interrupted } from '../failure'
import type { Io } from '../io'
import type { Session } from './session'

/** Seconds for a request to the token endpoint. */
const TIMEOUT_S = 60

/**
 * The client of now-sdk's own sign-in in the browser (SDK sdk-cli/src/auth/OAuth/CodeGrant.ts): public, on every instance
 * with ServiceNow IDE 1.1 or later. Its only redirect URL is a page of the instance that shows the code, so no loopback
 * address can receive it, and the person copies it.
 */
const SDK_CLIENT_ID = '543e5655f77746a28228c6009a599dfb'
const SDK_REDIRECT = '/sdk-oauth.do'

/** Client credentials, for machines (DOCS oauth-inbound). @throws Failure */
export async function byClientCredentials(
    io: Io,
    instanceUrl: string,
    { clientId, clientSecret }: { clientId: string; clientSecret: string }
): Promise<Session> {
    const client = { client_id: clientId }
    const token = await request(io, instanceUrl, {
        refused:
            'The instance rejected the client credentials. The client must be confidential, with an OAuth Application User, and glide.oauth.inbound.client.credential.grant_type.enabled must be true (KB1645212).',
        async send(server, options) {
            const secret = oauth.ClientSecretPost(clientSecret)
            const parameters = new URLSearchParams()
            const answer = await oauth.clientCredentialsGrantRequest(
                server,
                client,
                secret,
                parameters,
                options
            )
            return oauth.processClientCredentialsResponse(server, client, answer)
        },
    })
    return { authorization: `Bearer ${token}`, by: 'client_credentials' }
}

/** What a sign-in in the browser needs of the terminal. */
export interface BrowserSteps {
    /** Shows the address, and opens it where there is a browser. */
    open(url: string): Promise<void>
    /** Asks for the code that the page shows. */
    askCode(): Promise<string>
}

/** A person's sign-in in the browser: authorization code with PKCE (RFC 7636). @throws Failure */
export async function byBrowser(
    io: Io,
    instanceUrl: string,
    { open, askCode }: BrowserSteps
): Promise<Session> {
    const clientId = io.env['SDK_OAUTH_APP_CLIENT_ID'] || SDK_CLIENT_ID
    const client = { client_id: clientId }
    const verifier = oauth.generateRandomCodeVerifier()
    io.hide(verifier)
    const address = new URL(`${instanceUrl}/oauth_auth.do`)
    address.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: SDK_REDIRECT,
        state: oauth.generateRandomState(),
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
    }).toString()
    await open(address.href)
    const code = (await askCode()).trim()
    io.hide(code)
    const token = await request(io, instanceUrl, {
        refused:
            'The instance rejected the code. It is valid for one minute and once; sign in again. The sign-in needs ServiceNow IDE 1.1 or later on the instance.',
        async send(server, options) {
            const parameters = { code, redirect_uri: SDK_REDIRECT, code_verifier: verifier }
            const answer = await oauth.genericTokenEndpointRequest(
                server,
                client,
                oauth.None(),
                'authorization_code',
                parameters,
                options
            )
            return oauth.processGenericTokenEndpointResponse(server, client, answer)
        },
    })
    return { authorization: `Bearer ${token}`, by: 'browser' }
}

async function request(
    io: Io,
    instanceUrl: string,
    {
        send,
        refused,
    }: {
        send: (
            server: oauth.AuthorizationServer,
            options: oauth.TokenEndpointRequestOptions
        ) => Promise<oauth.TokenEndpointResponse>
        refused: string
    }
): Promise<string> {
    const server = { issuer: instanceUrl, token_endpoint: `${instanceUrl}/oauth_token.do` }
    const signal = AbortSignal.any([io.signal, AbortSignal.timeout(TIMEOUT_S * 1000)])
    // Plain http is allowed for loopback addresses only, as checkInstanceUrl has seen to.
    const options = { signal, [oauth.allowInsecureRequests]: instanceUrl.startsWith('http://') }
    try {
        const { access_token: token } = await send(server, options)
        io.hide(token)
        return token
    } catch (error) {
        if (io.signal.aborted) throw interrupted()
        // The cause may hold what was sent, so it ends here.
        const isAnswer =
            error instanceof oauth.ResponseBodyError ||
            error instanceof oauth.OperationProcessingError ||
            error instanceof oauth.WWWAuthenticateChallengeError
        if (isAnswer) throw new Failure('not_authenticated', refused)
        throw new Failure('unreachable', `${instanceUrl}/oauth_token.do does not respond.`)
    }
}
