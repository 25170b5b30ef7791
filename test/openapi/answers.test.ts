import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { ADMIN_AUTHORIZATION, startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { playOtherwise } from '../variants/other-platform'
import { readDescription } from './read-description'

const { operations, headers: documentedHeaders } = readDescription()
const INTEGRATION = '/api/x_opfi_openfin/v1/integration'
const INSTANCE = '/api/x_opfi_openfin/v1/administration/instance'
const PREFIX = 'x_opfi_openfin.integration.'
const FORM = 'application/x-www-form-urlencoded'
const ABEL = `Basic ${Buffer.from('abel.tuter:abel.tuter').toString('base64')}`
const ROUTES = {
    '/request_tokens': {
        upstream: '/oauth_token.do',
        form: { grant_type: 'refresh_token', client_id: OPENFIN_CLIENT_ID, refresh_token: 'no-token' },
    },
    '/revoke_token': {
        upstream: '/oauth_revoke_token.do',
        form: { client_id: OPENFIN_CLIENT_ID, token: 'no-token' },
    },
} as const

let instance: DeployedInstance
/** Responses that occurred: operation, status and code. */
const occurred = new Set<string>()

beforeAll(async () => {
    instance = await startDeployed()
})
afterAll(() => instance.close())
afterEach(() => instance.reset())

/** Sends a request and compares the answer with the description. Returns status and parsed body. */
async function send(method: string, path: string, headers: Record<string, string>, body?: string) {
    const init = { method, headers: { accept: 'application/json', ...headers } }
    const response = await fetch(instance.url + path, body === undefined ? init : { ...init, body })
    const text = await response.text()
    const operation = `${method} ${path}`
    const documented = operations.get(operation)?.get(response.status)
    if (!documented)
        throw new Error(`${operation} returned ${response.status}, which is not documented: ${text}`)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    const parsed = JSON.parse(text) as { error?: { code?: string }; [name: string]: unknown }
    documented.matches(parsed)
    expect({ operation, text, errors: documented.matches.errors }).toEqual({ operation, text, errors: null })
    const code = parsed.error?.code ?? 'none'
    // Only the app's responses have these headers, not the platform's own.
    const present = documentedHeaders.filter((name) => response.headers.has(name))
    const isPlatforms = code === 'none' && response.status !== 200
    if (!isPlatforms)
        expect(present).toEqual(documentedHeaders.filter((name) => documented.headers.includes(name)))
    occurred.add(`${operation} ${response.status} ${code}`)
    return { status: response.status, body: parsed }
}

const post = (route: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    send(
        'POST',
        INTEGRATION + route,
        { 'content-type': FORM, ...headers },
        new URLSearchParams(form).toString()
    )
const fail = (path: string, status: number) =>
    instance.admin('POST', '/local/faults', { path, status, times: 2 })

it('a sign-in, from the code to the revocation', async () => {
    const { code, verifier, redirectUri } = await signIn({
        instanceUrl: instance.url,
        clientId: OPENFIN_CLIENT_ID,
        userName: 'abel.tuter',
        password: 'abel.tuter',
    })
    const exchange = {
        grant_type: 'authorization_code',
        client_id: OPENFIN_CLIENT_ID,
        code: code ?? '',
        code_verifier: verifier,
        redirect_uri: redirectUri,
    }
    const { body: tokens } = await post('/request_tokens', exchange)
    const refresh_token = String(tokens['refresh_token'])
    const renewal = { grant_type: 'refresh_token', client_id: OPENFIN_CLIENT_ID, refresh_token }
    const { status, body } = await post('/request_tokens', renewal)
    expect(status).toBe(200)
    const bearer = { authorization: `Bearer ${String(body['access_token'])}` }
    expect((await send('GET', `${INTEGRATION}/user_info`, bearer)).status).toBe(200)
    const revocation = { client_id: OPENFIN_CLIENT_ID, token: refresh_token }
    expect((await post('/revoke_token', revocation)).status).toBe(200)
    expect((await post('/request_tokens', renewal)).status).toBe(400)
})

it.each(Object.entries(ROUTES))('%s, malformed and refused', async (route, { form }) => {
    const statuses = [
        await post(route, {}),
        await post(route, { ...form, client_id: 'unknown' }),
        await post(route, { ...form, client_id: 'javascript:1' }),
        await post(route, { ...form, more: 'x'.repeat(20_000) }),
        await post(route, form, { 'content-type': 'application/json' }),
        await post(route, form, { accept: 'application/xml' }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([400, 401, 400, 413, 415, 406])
})

it('an unsupported grant, an invalid token', async () => {
    const { form } = ROUTES['/request_tokens']
    const unsupported = await post('/request_tokens', { ...form, grant_type: 'password' })
    expect(unsupported.body.error?.code).toBe('unsupported_grant_type')
    expect((await post('/request_tokens', form)).body.error?.code).toBe('invalid_grant')
})

it.each(Object.entries(ROUTES))('%s, while the token endpoint fails', async (route, { form, upstream }) => {
    for (const [fault, status] of [
        [500, 502],
        [503, 503],
        [504, 504],
        [429, 429],
    ] as const) {
        await fail(upstream, fault)
        expect((await post(route, form)).status).toBe(status)
        await instance.reset()
    }
})

it.each(Object.entries(ROUTES))('%s, when disabled, locked down, over the limit', async (route, { form }) => {
    await setProperty(instance, `${PREFIX}requests_per_minute`, '1')
    await post(route, form)
    expect((await post(route, form)).status).toBe(429)
    await setProperty(instance, `${PREFIX}enabled`, 'false')
    expect((await post(route, form)).body.error?.code).toBe('temporarily_unavailable')
    await setProperty(instance, `${PREFIX}lockdown`, 'true')
    expect((await post(route, form)).body.error?.code).toBeUndefined()
})

it.each(['/request_tokens', '/revoke_token'] as const)('%s, while the app may not count', async (route) => {
    const undo = playOtherwise(instance, route, 'glide.GlideAggregate = refused')
    expect((await post(route, ROUTES[route].form)).status).toBe(500)
    undo()
})

it('the routes that require authentication', async () => {
    const json = { 'content-type': 'application/json' }
    const xml = { accept: 'application/xml' }
    const admin = { authorization: ADMIN_AUTHORIZATION }
    const answers = [
        await send('GET', `${INTEGRATION}/user_info`, {}),
        await send('GET', `${INTEGRATION}/user_info`, { authorization: 'Bearer none' }),
        await send('GET', `${INTEGRATION}/user_info`, { authorization: ABEL, ...xml }),
        await send('GET', INSTANCE, {}),
        await send('GET', INSTANCE, { authorization: ABEL }),
        await send('GET', INSTANCE, { ...admin, ...xml }),
        await send('GET', INSTANCE, admin),
        await send('POST', INSTANCE, json, '{}'),
        await send('POST', INSTANCE, { authorization: ABEL, ...json }, '{}'),
        await send('POST', INSTANCE, { ...admin, ...json, ...xml }, '{}'),
        await send('POST', INSTANCE, { ...admin, 'content-type': 'text/plain' }, '{}'),
        await send('POST', INSTANCE, { ...admin, ...json }, '{}'),
    ]
    const expected = [401, 401, 406, 401, 403, 406, 200, 401, 403, 406, 415, 200]
    expect(answers.map(({ status }) => status)).toEqual(expected)
})

it('every documented response occurred in the tests above', () => {
    const documented = [...operations].flatMap(([operation, answers]) =>
        [...answers].flatMap(([status, { codes }]) => codes.map((code) => `${operation} ${status} ${code}`))
    )
    expect([...occurred].sort()).toEqual(documented.sort())
})
