import { randomUUID } from 'node:crypto'
import { Browser, type Visit } from './browser'
import { createPkce } from './pkce'

/** Instance, client and user of a sign-in. */
export interface SignInOptions {
    /** Without a trailing slash. */
    instanceUrl: string
    clientId: string
    userName: string
    password: string
    /** Default: the instance's own `/oauth_redirect.do`, as in OpenFin windows. */
    redirectUri?: string
    /** Button on the consent page. Default: `Allow`. */
    consent?: 'Allow' | 'Deny'
}

/** Result of the redirect, with the values for the code exchange. */
export interface Authorization {
    /** URL that the instance redirected to. */
    redirect: URL
    code: string | null
    state: string
    verifier: string
    redirectUri: string
}

/** Signs in and submits the consent page as a user would, over plain HTTP (RFC 6749 §4.1.1, RFC 7636). */
export async function signIn(options: SignInOptions): Promise<Authorization> {
    const { instanceUrl, clientId, userName, password, consent = 'Allow' } = options
    const redirectUri = options.redirectUri ?? `${instanceUrl}/oauth_redirect.do`
    const { verifier, challenge } = createPkce()
    const state = randomUUID()
    const browser = new Browser()
    const authorize = new URL('/oauth_auth.do', instanceUrl)
    authorize.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        scope: '',
    }).toString()
    const done = (location: string) => location.startsWith(redirectUri)
    const signInPage = await browser.follow(await browser.open(authorize.href), done)
    const consentPage = await browser.follow(
        await browser.submit(signInPage, { user_name: userName, user_password: password }),
        done
    )
    const end = await browser.follow(await browser.submit(consentPage, {}, consent), done)
    const redirect = new URL(locationOf(end))
    return { redirect, code: redirect.searchParams.get('code'), state, verifier, redirectUri }
}

function locationOf(visit: Visit): string {
    if (visit.location) return visit.location
    throw new Error(`${new URL(visit.url).pathname} answered ${visit.status} instead of a redirect`)
}
