import pc from 'picocolors'
import { byEnvironment } from '../src/sign-in/environment'
import { byBrowser } from '../src/sign-in/oauth'
import type { Io } from '../src/io'
import { startDeployed, type DeployedInstance } from '../../test/support/deployed-instance'
import { setProperty } from '../../test/support/set-property'
import { setBasicAuth } from '../../local-instance/src/core/basic-auth'
import { runCli, type Run } from './support/run-cli'

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const hidden: string[] = []
const io = (env: Record<string, string> = {}): Io => ({
    env,
    isTerminal: false,
    signal: new AbortController().signal,
    print: () => undefined,
    note: () => undefined,
    colors: pc.createColors(false),
    noteColors: pc.createColors(false),
    hide: (secret) => void hidden.push(secret),
})
const confidential = async () => {
    await setProperty(instance, 'glide.oauth.inbound.client.credential.grant_type.enabled', 'true')
    const admin = instance.records.first('sys_user', 'user_name=admin')?.['sys_id'] ?? ''
    instance.records.insert('oauth_entity', {
        ...{ name: 'CI', type: 'client', client_id: 'ci-client', client_secret: 'ci secret+&' },
        ...{ active: '1', default_grant_type: 'client_credentials', user: admin },
    })
    return { SN_SDK_OAUTH_CLIENT_ID: 'ci-client', SN_SDK_OAUTH_CLIENT_SECRET: 'ci secret+&' }
}
const BASIC = { SN_SDK_USER: 'beth.anglin', SN_SDK_USER_PWD: 'beth.anglin' }

describe('the environment', () => {
    const by = async (env: Record<string, string>) => (await byEnvironment(io(env), instance.url))?.by

    it('is asked in the order of the contract: a token, then now-sdk’s variables, OAuth before Basic', async () => {
        const oauth = await confidential()
        const token = { SN_ACCESS_TOKEN: 'a-token' }
        expect(await by({ ...token, ...oauth, ...BASIC })).toBe('token')
        expect(await by({ ...oauth, ...BASIC })).toBe('client_credentials')
        expect(await by({ ...oauth, ...BASIC, SN_SDK_AUTH_TYPE: 'basic' })).toBe('basic')
        expect(await by({ ...oauth, ...BASIC, SN_SDK_AUTH_TYPE: 'oauth' })).toBe('client_credentials')
        expect(await by(BASIC)).toBe('basic')
        expect(await by({})).toBeUndefined()
    })

    it.each<[Record<string, string>, string]>([
        [{ SN_SDK_OAUTH_CLIENT_ID: 'x' }, 'SN_SDK_OAUTH_CLIENT_SECRET'],
        [{ SN_SDK_AUTH_TYPE: 'oauth', ...BASIC }, 'SN_SDK_OAUTH_CLIENT_ID'],
        [{ SN_SDK_AUTH_TYPE: 'basic' }, 'SN_SDK_USER'],
        [{ SN_SDK_USER: 'admin' }, 'SN_SDK_USER_PWD'],
        [{ SN_SDK_AUTH_TYPE: 'saml' }, 'oauth or basic'],
        [{ SN_SDK_USER: 'a:b', SN_SDK_USER_PWD: 'x' }, 'colon'],
    ])('%p names what is missing', async (env, says) => {
        await expect(by(env)).rejects.toThrow(says)
    })

    it('client credentials of the real token endpoint open the Table API', async () => {
        const env = { ...(await confidential()), SN_SDK_INSTANCE_URL: instance.url }
        const run = await runCli(['doctor', '--json'], { env })
        expect([run.status, run.json()]).toMatchObject([0, { ok: true, instance: instance.url }])
        const wrong = await runCli(['doctor', '--json'], {
            env: { ...env, SN_SDK_OAUTH_CLIENT_SECRET: 'no' },
        })
        expect([wrong.status, wrong.json()]).toMatchObject([2, { error: { code: 'not_authenticated' } }])
    })

    it('OAuth goes on where the instance refuses Basic authentication, which is hinted at', async () => {
        const env = { ...(await confidential()), SN_SDK_INSTANCE_URL: instance.url }
        const { access_token: token } = await instance.tokensOf('admin')
        setBasicAuth(instance.records, 'enforced')
        const basic = { SN_SDK_USER: 'admin', SN_SDK_USER_PWD: 'admin', SN_SDK_INSTANCE_URL: instance.url }
        const refused = await runCli(['doctor', '--json'], { env: basic })
        expect([refused.status, refused.json()]).toMatchObject([2, { error: { code: 'not_authenticated' } }])
        expect(refused.stderr).toContain('restricts Basic authentication')
        const codes = (run: Run) =>
            run.json<{ findings: { code: string }[] }>().findings.map(({ code }) => code)
        for (const way of [env, { SN_ACCESS_TOKEN: token, SN_SDK_INSTANCE_URL: instance.url }]) {
            const allowed = await runCli(['doctor', '--json'], { env: way })
            expect([allowed.status, codes(allowed)]).toEqual([0, ['basic_auth_restricted']])
        }
        setBasicAuth(instance.records, 'allowed')
    })

    it('a token is used as it is', async () => {
        const { access_token: token } = await instance.tokensOf('admin')
        const env = { SN_ACCESS_TOKEN: token, SN_SDK_INSTANCE_URL: instance.url }
        const run = await runCli(['status', '--json'], { env })
        expect([run.status, run.json()]).toMatchObject([0, { ok: true }])
    })
})

describe('the browser', () => {
    /** Signs in and allows, as a person does, and reads the code off the page. */
    async function codeFor(url: string): Promise<string> {
        const cookies = new Map<string, string>()
        const visit = async (address: string, init: RequestInit = {}): Promise<Response> => {
            const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
            const response = await fetch(new URL(address, instance.url), {
                ...init,
                redirect: 'manual',
                headers: { ...(init.headers as Record<string, string>), cookie },
            })
            for (const line of response.headers.getSetCookie()) {
                const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
                cookies.set(name, value)
            }
            const next = response.headers.get('location')
            return next ? visit(next) : response
        }
        const submit = async (page: Response, fields: Record<string, string>) => {
            const html = await page.text()
            const [, action = ''] = /<form[^>]*action="([^"]*)"/.exec(html) ?? []
            const inputs = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
                /name="([^"]*)"/.exec(tag)?.[1] ?? '',
                /value="([^"]*)"/.exec(tag)?.[1] ?? '',
            ])
            return visit(action.replaceAll('&amp;', '&') || page.url, {
                method: 'POST',
                headers: { 'content-type': 'application/x-www-form-urlencoded' },
                body: new URLSearchParams({
                    ...(Object.fromEntries(inputs) as object),
                    ...fields,
                }).toString(),
            })
        }
        const login = await visit(url)
        const consent = await submit(login, { user_name: 'admin', user_password: 'admin' })
        const page = await submit(consent, { decision: 'allow' })
        return /<output[^>]*>([^<]+)</.exec(await page.text())?.[1] ?? ''
    }

    it('signs in with the client of now-sdk and PKCE; the person copies the code', async () => {
        let address = ''
        const session = await byBrowser(io(), instance.url, {
            open: async (url) => {
                address = url
            },
            askCode: () => codeFor(address),
        })
        const { searchParams } = new URL(address)
        expect(Object.fromEntries(searchParams)).toMatchObject({
            client_id: '543e5655f77746a28228c6009a599dfb',
            redirect_uri: '/sdk-oauth.do',
            code_challenge_method: 'S256',
        })
        const response = await fetch(`${instance.url}/api/now/table/oauth_entity?sysparm_limit=1`, {
            headers: { authorization: session.authorization },
        })
        expect([session.by, response.status]).toEqual(['browser', 200])
        expect(hidden).toContain(session.authorization.slice('Bearer '.length))
    })

    it('says so when the code is wrong', async () => {
        const steps = { open: async () => undefined, askCode: async () => 'not-a-code' }
        await expect(byBrowser(io(), instance.url, steps)).rejects.toMatchObject({
            code: 'not_authenticated',
        })
        await expect(byBrowser(io(), 'http://127.0.0.1:9', steps)).rejects.toMatchObject({
            code: 'unreachable',
        })
    })
})
