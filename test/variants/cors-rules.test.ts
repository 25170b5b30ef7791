import { ORIGIN, startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { authorize } from './authorize'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { rawRequest, type RawAnswer } from './raw-request'

const ROUTES = '/api/x_opfi_openfin/v1/integration'
const RULES = '/api/now/table/sys_cors_rule'
const FORM = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }

/** Rules beside that of {@link ORIGIN}, each with a max age that tells it. */
const MORE = {
    'https://desk.example.com': '1',
    'https://*.example.com': '2',
    'https://*.desk.example.com': '3',
    'https://exact.desk.example.com': '4',
    'https://port.example.net:8443': '5',
}

let instance: DeployedInstance
let api: string
beforeAll(async () => {
    instance = await startDeployed()
    const { body } = await instance.admin<{ result: { rest_api: string }[] }>(
        'GET',
        `${RULES}?sysparm_query=name=OpenFin Integration&sysparm_fields=rest_api`
    )
    api = body.result[0]?.rest_api ?? ''
    for (const [domain, max_age] of Object.entries(MORE)) {
        const rule = { name: domain, domain, max_age, rest_api: api, get: 'true', post: 'true' }
        expect((await instance.admin('POST', RULES, rule)).status).toBe(201)
    }
})
afterAll(() => instance.close())

const corsHeaders = ({ headers }: RawAnswer) =>
    Object.keys(headers).filter((name) => name.startsWith('access-control-'))
const preflight = (origin: string | string[], route: string, method: string) =>
    rawRequest(`${instance.url}${ROUTES}/${route}`, {
        method: 'OPTIONS',
        headers: {
            origin,
            'access-control-request-method': method,
            'access-control-request-headers': 'authorization,content-type',
        },
    })
/** Answers of all kinds: a refusal of the app, of the platform before it, and one without sign-in. */
const actual = (origin: string | string[]): Promise<RawAnswer>[] => [
    rawRequest(`${instance.url}${ROUTES}/request_tokens`, {
        method: 'POST',
        headers: { ...FORM, origin },
        body: 'grant_type=nonsense',
    }),
    rawRequest(`${instance.url}${ROUTES}/request_tokens`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: '{}',
    }),
    rawRequest(`${instance.url}${ROUTES}/user_info`, { method: 'GET', headers: { origin } }),
]
const STATUSES = [400, 415, 401]

async function expectAllowed(origin: string, maxAge: string): Promise<void> {
    const asked = await preflight(origin, 'request_tokens', 'POST')
    expect([asked.status, asked.text]).toEqual([200, ''])
    expect(asked.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-max-age': maxAge,
        vary: 'Origin',
    })
    const answers = await Promise.all(actual(origin))
    expect(answers.map(({ status }) => status)).toEqual(STATUSES)
    for (const { headers } of answers) expect(headers['access-control-allow-origin']).toBe(origin)
}

async function expectNothing(origin: string | string[]): Promise<void> {
    const asked = [
        await preflight(origin, 'request_tokens', 'POST'),
        await preflight(origin, 'user_info', 'GET'),
    ]
    const answers = await Promise.all(actual(origin))
    // A rule never blocks: who does not ask as a browser is answered all the same (KB0831585).
    expect(answers.map(({ status }) => status)).toEqual(STATUSES)
    expect([...asked, ...answers].flatMap(corsHeaders)).toEqual([])
}

describe('H51 the origin of a page at the integration API', () => {
    it.each([
        ['of an exact rule', 'https://desk.example.com', '1'],
        ['of the rule that the setup made', ORIGIN, '86400'],
        ['of a wildcard’s sub-domain', 'https://shop.example.com', '2'],
        ['of a sub-domain further down', 'https://a.b.example.com', '2'],
        ['of two wildcards, by the closer one', 'https://bob.desk.example.com', '3'],
        ['of an exact rule and two wildcards, by the exact one', 'https://exact.desk.example.com', '4'],
        ['with the port of its rule', 'https://port.example.net:8443', '5'],
        ['in upper case', 'HTTPS://DESK.Example.COM', '1'],
    ])('%s is allowed', (_name, origin, maxAge) => expectAllowed(origin, maxAge))

    it.each<[string, string | string[]]>([
        ['of no rule', 'https://desk.example.net'],
        ['null', 'null'],
        ['with another port', 'https://desk.example.com:8443'],
        ['without the port of its rule', 'https://port.example.net'],
        ['with the port of its scheme spelled out', 'https://desk.example.com:443'],
        ['with another scheme', 'http://desk.example.com'],
        ['with a trailing dot', 'https://desk.example.com.'],
        ['that is the bare domain of a wildcard', 'https://example.com'],
        ['that merely ends alike', 'https://evilexample.com'],
        ['that merely begins alike', 'https://desk.example.com.evil.net'],
        ['of an IPv6 address', 'http://[::1]:8080'],
        ['with a user', 'https://desk.example.com@evil.net'],
        ['with a user before the right host', 'https://evil@desk.example.com'],
        ['with a path', 'https://desk.example.com/'],
        ['with a wildcard', 'https://*.example.com'],
        ['with an empty label', 'https://a..example.com'],
        ['of 8,000 characters', `https://${'a.'.repeat(4000)}example.com`],
        ['given twice', ['https://desk.example.com', 'https://desk.example.com']],
        ['given twice, once wrongly', ['https://evil.net', 'https://desk.example.com']],
        ['that is a list', 'https://desk.example.com, https://evil.net'],
        ['that is empty', ''],
    ])('%s gets no CORS headers at all', (_name, origin) => expectNothing(origin))

    it('is for the methods that are ticked', async () => {
        for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE']) {
            expect(corsHeaders(await preflight(ORIGIN, 'request_tokens', method))).toEqual([])
        }
    })

    it('is for the API of the rule: others go on as if there were none', async () => {
        const incident = `${instance.url}/api/now/table/incident`
        const answer = await rawRequest(incident, {
            method: 'GET',
            headers: { origin: 'https://desk.example.com' },
        })
        expect([answer.status, corsHeaders(answer)]).toEqual([401, []])
    })

    it('stands on tokens, and on what goes wrong', async () => {
        const { code, verifier } = await authorize(instance)
        const redirect = `${instance.url}/oauth_redirect.do`
        const body = `grant_type=authorization_code&client_id=${OPENFIN_CLIENT_ID}&code=${code}&code_verifier=${verifier}&redirect_uri=${redirect}`
        const url = `${instance.url}${ROUTES}/request_tokens`
        const exchange = () => rawRequest(url, { method: 'POST', headers: { ...FORM, origin: ORIGIN }, body })
        const tokens = await exchange()
        expect([tokens.status, tokens.headers['access-control-allow-origin']]).toEqual([200, ORIGIN])
        await instance.admin('POST', '/local/faults', { path: `${ROUTES}/request_tokens`, status: 503 })
        const failed = await exchange()
        expect([failed.status, failed.headers['access-control-allow-origin']]).toEqual([503, ORIGIN])
    })
})

describe('H52 a rule whose domain breaks the requirements', () => {
    const count = () => instance.records.count('sys_cors_rule')

    // The documentation's own table (DOCS r_CORSDomainRequirements) first.
    it.each([
        'https://*com',
        'http://*..com',
        'http://192.168.1.*',
        'http://*.168.1.126',
        'http://blog.*.service-now.com',
        'http://*com',
        '*',
        '*.*',
        'blog.*.x',
        'desk.example.com',
        'https://desk.example.com/',
        'https://user@desk.example.com',
        'https://desk.example.com.',
        'http://[::1]:8080',
        'null',
        '',
    ])('%j is refused on save, whoever saves it', async (domain) => {
        const before = count()
        const rule = { name: 'Bad', domain, rest_api: api, get: 'true' }
        const { status, body } = await instance.admin<{ error?: { detail: string } }>('POST', RULES, rule)
        expect(status).toBe(400)
        expect(body.error?.detail).toMatch(/^Invalid domain: /)
        const script = `var rule = new GlideRecord('sys_cors_rule'); rule.name = 'Bad'
            rule.domain = ${JSON.stringify(domain)}; rule.rest_api = '${api}'; String(rule.insert())`
        const ran = await instance.admin<{ result: string }>('POST', '/local/script', {
            scope: 'global',
            script,
        })
        expect(ran).toMatchObject({ status: 200, body: { result: 'null' } })
        expect(count()).toBe(before)
    })

    it.each([
        'http://*.ms.net',
        'https://*.ms.com',
        'https://*.com.au',
        'http://192.168.1.1',
        'http://*.service-now.com',
        'http://*.com',
    ])('%j, which the documentation names as valid, is none of them', async (domain) => {
        const rule = { name: 'Good', domain, rest_api: api, active: 'false' }
        expect((await instance.admin('POST', RULES, rule)).status).toBe(201)
    })

    it('cannot come about by a change, and the rule goes on as it was', async () => {
        const { body } = await instance.admin<{ result: { sys_id: string }[] }>(
            'GET',
            `${RULES}?sysparm_query=domain=https://desk.example.com`
        )
        const path = `${RULES}/${body.result[0]?.sys_id}`
        expect((await instance.admin('PATCH', path, { domain: 'https://*com', max_age: '9' })).status).toBe(
            400
        )
        await expectAllowed('https://desk.example.com', '1')
    })
})
