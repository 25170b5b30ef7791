import * as oauth from 'oauth4webapi'
import { Browser } from './browser'
import { authorizeUrl, caller, getCode, getTokens, pkce, reachConsent, token } from './flow'
import { addClient, startInstance, type TestInstance } from './instance'

let instance: TestInstance
beforeAll(async () => {
    instance = await startInstance()
})
afterAll(() => instance.close())

describe('the code flow with a standard client library', () => {
    const flow = async () => {
        const { clientId, sysId } = addClient(instance)
        const server: oauth.AuthorizationServer = {
            issuer: instance.url,
            authorization_endpoint: `${instance.url}/oauth_auth.do`,
            token_endpoint: `${instance.url}/oauth_token.do`,
            revocation_endpoint: `${instance.url}/oauth_revoke_token.do`,
        }
        const client: oauth.Client = { client_id: clientId }
        const insecure = { [oauth.allowInsecureRequests]: true }
        const verifier = oauth.generateRandomCodeVerifier()
        const state = oauth.generateRandomState()
        const address = authorizeUrl(instance, {
            client_id: clientId,
            state,
            code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
            code_challenge_method: 'S256',
        })
        const browser = new Browser()
        const consent = await reachConsent(browser, address)
        const end = await browser.submit(consent, { decision: 'allow' })
        const parameters = oauth.validateAuthResponse(server, client, new URL(end.location), state)
        const response = await oauth.authorizationCodeGrantRequest(
            server,
            client,
            oauth.None(),
            parameters,
            `${instance.url}/oauth_redirect.do`,
            verifier,
            insecure
        )
        const tokens = await oauth.processAuthorizationCodeResponse(server, client, response)
        return { server, client, insecure, tokens, sysId }
    }

    it('obtains tokens that are valid for the API, and renews them', async () => {
        const { server, client, insecure, tokens, sysId } = await flow()
        expect(tokens).toMatchObject({ token_type: 'bearer', scope: 'useraccount', expires_in: 1800 })
        expect(await caller(instance, { authorization: `Bearer ${tokens.access_token}` })).toEqual({
            status: 200,
            user: 'abel.tuter',
            by: 'bearer',
            oauthEntity: sysId,
        })
        const renewal = await oauth.refreshTokenGrantRequest(
            server,
            client,
            oauth.None(),
            tokens.refresh_token ?? '',
            insecure
        )
        const renewed = await oauth.processRefreshTokenResponse(server, client, renewal)
        expect(renewed.refresh_token).toBe(tokens.refresh_token)
        expect(await caller(instance, { authorization: `Bearer ${renewed.access_token}` })).toMatchObject({
            status: 200,
        })
    })

    it('revokes them', async () => {
        const { server, client, insecure, tokens } = await flow()
        const answer = await oauth.revocationRequest(
            server,
            client,
            oauth.None(),
            tokens.access_token,
            insecure
        )
        await oauth.processRevocationResponse(answer)
        expect(await caller(instance, { authorization: `Bearer ${tokens.access_token}` })).toEqual({
            status: 401,
        })
    })
})

it('returns tokens in the platform’s format, never cacheable', async () => {
    const { clientId } = addClient(instance)
    const { verifier, challenge } = pkce()
    const code = await getCode(instance, clientId, { challenge })
    const answer = await token(instance, {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: `${instance.url}/oauth_redirect.do`,
    })
    expect(Object.keys(answer.body)).toEqual([
        'access_token',
        'refresh_token',
        'scope',
        'token_type',
        'expires_in',
    ])
    expect(answer.body.access_token).toMatch(/^[\w-]{86}$/)
    expect(answer.headers.get('content-type')).toBe('application/json;charset=UTF-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
})

it('stores no token or code in plain text', async () => {
    const { clientId, sysId } = addClient(instance)
    const { verifier, challenge } = pkce()
    const code = await getCode(instance, clientId, { challenge })
    const form = { grant_type: 'authorization_code', client_id: clientId, code, code_verifier: verifier }
    const { body } = await token(instance, { ...form, redirect_uri: `${instance.url}/oauth_redirect.do` })
    const { store } = instance.host
    const kept = ['oauth_credential', 'local_oauth_token', 'local_oauth_code', 'syslog']
        .map((table) => JSON.stringify(store.query(table)))
        .join()
    for (const secret of [code, verifier, body.access_token, body.refresh_token ?? '?'])
        expect(kept).not.toContain(secret)
    const rows = store.query('oauth_credential', { query: `peer=${sysId}^ORDERBYtype` })
    expect(
        rows.map((row) => [row['type'], row['scopes'], row['token'], row['oauth_requestor_profile']])
    ).toEqual([
        ['access_token', 'useraccount', null, null],
        ['refresh_token', 'useraccount', null, null],
    ])
})

it('accepts a relative redirect URL, as the SDK sends it, and shows the code there', async () => {
    const clientId = '543e5655f77746a28228c6009a599dfb'
    const { verifier, challenge } = pkce()
    const browser = new Browser()
    const code = await getCode(instance, clientId, {
        challenge,
        browser,
        parameters: { redirect_uri: '/sdk-oauth.do' },
    })
    const page = await browser.open(`${instance.url}/sdk-oauth.do?code=${code}&state=st-1`)
    expect(page.html).toContain(`${code}</output>`)
    const form = { grant_type: 'authorization_code', client_id: clientId, code, code_verifier: verifier }
    expect((await token(instance, { ...form, redirect_uri: '/sdk-oauth.do' })).status).toBe(200)
})

it('sends the code for an unregistered URL to the first registered one', async () => {
    const { clientId } = addClient(instance)
    const { challenge } = pkce()
    const browser = new Browser()
    const address = authorizeUrl(instance, {
        client_id: clientId,
        redirect_uri: 'https://evil.example.com/',
        code_challenge: challenge,
    })
    const end = await browser.submit(await reachConsent(browser, address), { decision: 'allow' })
    expect(end.location).toMatch(`${instance.url}/oauth_redirect.do?code=`)
})

it('accepts each of several registered URLs, and appends to an existing query', async () => {
    const { clientId } = addClient(instance, {
        redirect_url: 'https://a.example.com/cb, https://b.example.com/cb?tenant=1 ,com.example.app:/cb',
    })
    for (const [index, redirect_uri] of [
        'https://b.example.com/cb?tenant=1',
        'com.example.app:/cb',
    ].entries()) {
        const browser = new Browser()
        const parameters = {
            client_id: clientId,
            redirect_uri,
            code_challenge: pkce().challenge,
            state: `s${index}`,
        }
        const consent = await reachConsent(browser, authorizeUrl(instance, parameters))
        const end = await browser.submit(consent, { decision: 'allow' })
        expect(end.headers.get('location')).toMatch(
            redirect_uri + (redirect_uri.includes('?') ? '&' : '?') + 'code='
        )
        // Browsers block a form whose redirect target is not in the page's policy.
        const target = redirect_uri.startsWith('https') ? 'https://b.example.com' : 'com.example.app:'
        expect(consent.headers.get('content-security-policy')).toContain(`form-action 'self' ${target};`)
    }
})

it('echoes the state exactly', async () => {
    const { clientId } = addClient(instance)
    const state = `a+b c%20&d=é"'<x>#/?`
    const browser = new Browser()
    const address = authorizeUrl(instance, { client_id: clientId, state, code_challenge: pkce().challenge })
    const end = await browser.submit(await reachConsent(browser, address), { decision: 'allow' })
    expect(new URL(end.location).searchParams.get('state')).toBe(state)
})

it('skips the consent page if the registration does', async () => {
    const { clientId } = addClient(instance, { skip_authorize: '1' })
    const browser = new Browser()
    const address = authorizeUrl(instance, { client_id: clientId, code_challenge: pkce().challenge })
    expect((await reachConsent(browser, address)).location).toContain('/oauth_redirect.do?code=')
    expect((await browser.open(address)).location).toContain('/oauth_redirect.do?code=')
})

it('lets another user sign in instead, and keeps the request', async () => {
    const { clientId } = addClient(instance)
    const browser = new Browser()
    const { verifier, challenge } = pkce()
    const address = authorizeUrl(instance, { client_id: clientId, code_challenge: challenge })
    const consent = await reachConsent(browser, address, { userName: 'beth.anglin' })
    expect(consent.html).toContain('<strong>Beth Anglin</strong> (beth.anglin)')
    const link = /href="([^"]*switch_user[^"]*)"/.exec(consent.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const login = await browser.follow(await browser.open(instance.url + link))
    const second = await browser.follow(
        await browser.submit(login, { user_name: 'abel.tuter', user_password: 'abel.tuter' })
    )
    expect(second.html).toContain('(abel.tuter)')
    const end = await browser.submit(second, { decision: 'allow' })
    const form = { grant_type: 'authorization_code', client_id: clientId, code_verifier: verifier }
    const code = new URL(end.location).searchParams.get('code') ?? ''
    const answer = await token(instance, { ...form, code, redirect_uri: `${instance.url}/oauth_redirect.do` })
    const who = await caller(instance, { authorization: `Bearer ${answer.body.access_token}` })
    expect(who.user).toBe('abel.tuter')
})

it('asks a signed-in user for consent only', async () => {
    const { clientId } = addClient(instance)
    const browser = new Browser()
    await getTokens(instance, clientId, { browser })
    const address = authorizeUrl(instance, { client_id: clientId, code_challenge: pkce().challenge })
    const page = await browser.open(address)
    expect([page.status, page.html.includes('>Allow</button>')]).toEqual([200, true])
})
