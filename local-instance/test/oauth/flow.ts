import { createHash, randomBytes } from 'node:crypto'
import { Browser, type Visit } from './browser'
import type { TestInstance } from './instance'

/** A verifier with its S256 challenge. */
export function pkce(verifier = randomBytes(48).toString('base64url')): {
    verifier: string
    challenge: string
} {
    return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

/** URL of an authorization request; `null` omits a parameter. */
export function authorizeUrl({ url }: TestInstance, parameters: Record<string, string | null>): string {
    const all: Record<string, string | null> = {
        response_type: 'code',
        redirect_uri: `${url}/oauth_redirect.do`,
        state: 'st-1',
        ...parameters,
    }
    const query = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
    return `${url}/oauth_auth.do?${new URLSearchParams(query)}`
}

/** Opens the request and signs in; returns the consent page, or the redirect without one. */
export async function reachConsent(
    browser: Browser,
    address: string,
    { userName = 'abel.tuter' }: { userName?: string | undefined } = {}
): Promise<Visit> {
    const toClient = (location: string) => !/\/(login|oauth_auth)\.do/.test(location)
    const page = await browser.follow(await browser.open(address), toClient)
    if (!page.html.includes('name="user_password"')) return page
    return browser.follow(
        await browser.submit(page, { user_name: userName, user_password: userName }),
        toClient
    )
}

/** Completes the flow up to the code. */
export async function getCode(
    instance: TestInstance,
    clientId: string,
    { challenge, browser = new Browser(), ...rest }: Partial<FlowOptions> = {}
): Promise<string> {
    const { parameters = {}, userName } = rest
    const address = authorizeUrl(instance, {
        client_id: clientId,
        code_challenge: challenge ?? null,
        code_challenge_method: challenge ? 'S256' : null,
        ...parameters,
    })
    const consent = await reachConsent(browser, address, { userName })
    const end = consent.location ? consent : await browser.submit(consent, { decision: 'allow' })
    const code = end.location && new URL(end.location).searchParams.get('code')
    if (!code) throw new Error(`no code: ${end.status} ${end.location} ${end.html.slice(0, 2000)}`)
    return code
}

interface FlowOptions {
    challenge: string
    browser: Browser
    userName: string
    parameters: Record<string, string | null>
}

/** Response of the token endpoint. */
export interface TokenResponse {
    status: number
    headers: Headers
    body: {
        access_token: string
        refresh_token?: string
        expires_in: number
        scope: string
        token_type: string
        error?: string
        error_description?: string
    }
}

/** Sends a token request. */
export async function token(
    { url }: TestInstance,
    form: Record<string, string> | string,
    headers: Record<string, string> = {}
): Promise<TokenResponse> {
    const response = await fetch(`${url}/oauth_token.do`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
    })
    return {
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as TokenResponse['body'],
    }
}

/** Signs in, allows and exchanges. */
export async function getTokens(
    instance: TestInstance,
    clientId: string,
    { browser, userName }: { browser?: Browser; userName?: string } = {}
): Promise<TokenResponse['body']> {
    const { verifier, challenge } = pkce()
    const code = await getCode(instance, clientId, {
        challenge,
        ...(browser && { browser }),
        ...(userName && { userName }),
    })
    const answer = await token(instance, {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: `${instance.url}/oauth_redirect.do`,
    })
    if (answer.status !== 200)
        throw new Error(`exchange returned ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body
}

/** The caller as reported by the API. */
export async function caller(
    { url }: TestInstance,
    headers: Record<string, string>,
    method = 'GET'
): Promise<{ status: number; user?: string; by?: string; oauthEntity?: string }> {
    const response = await fetch(`${url}/api/test/caller`, { method, headers })
    return { status: response.status, ...(response.ok ? ((await response.json()) as object) : {}) }
}
