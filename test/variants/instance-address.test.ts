import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp, type SetupOptions } from '../../setup/set-up'
import {
    ADMIN_AUTHORIZATION,
    ORIGIN,
    startDeployed,
    type DeployedInstance,
} from '../support/deployed-instance'
import { logOf, setProperty } from './settings'

describe('the instance’s own address', () => {
    let instance: DeployedInstance
    beforeAll(async () => {
        instance = await startDeployed()
    })
    beforeEach(async () => {
        setProperty(instance, 'glide.servlet.uri', `${instance.url}/`)
        await run({ callbackUrls: [] })
    })
    afterAll(() => instance.close())

    /** The address that a custom URL stands for here; `glide.servlet.uri` goes on naming the other. */
    const custom = () => instance.url.replace('127.0.0.1', 'localhost')
    const run = (options: Partial<SetupOptions> = {}) =>
        setUp({
            instanceUrl: instance.url,
            authorization: ADMIN_AUTHORIZATION,
            origins: [ORIGIN],
            ...options,
        })
    const codes = async (options: Partial<SetupOptions> = {}) =>
        ((await run(options)).advice ?? []).map(({ code }) => code)
    const signInAt = async (instanceUrl: string) => {
        const { code, verifier, redirectUri, redirect } = await signIn({
            instanceUrl,
            clientId: OPENFIN_CLIENT_ID,
            userName: 'abel.tuter',
            password: 'abel.tuter',
        })
        const client = new InstanceClient(instanceUrl, OPENFIN_CLIENT_ID)
        return { client, redirect, answer: await client.requestTokens(code ?? '', verifier, redirectUri) }
    }

    it('may differ from the one that apps use: redirects go where the app is, tokens come from the property’s', async () => {
        expect(await codes({ instanceUrl: custom(), callbackUrls: [] })).toEqual(['servlet_uri_differs'])
        const { client, redirect, answer } = await signInAt(custom())
        expect(`${redirect.origin}${redirect.pathname}`).toBe(`${custom()}/oauth_redirect.do`)
        expect(answer.status).toBe(200)
        const { access_token, refresh_token = '' } = answer.body
        expect((await client.userInfo(access_token)).status).toBe(200)
        expect((await client.renew(refresh_token)).status).toBe(200)
        expect((await client.revoke(refresh_token, 'refresh_token')).status).toBe(200)
    })

    it('can be both at once where both redirect pages are registered, as the advice says', async () => {
        await run({ instanceUrl: custom(), callbackUrls: [`${instance.url}/oauth_redirect.do`] })
        for (const url of [custom(), instance.url]) {
            expect((await signInAt(url)).answer.status).toBe(200)
        }
        // A run for the other address keeps both.
        const { redirectUrls } = await run()
        expect(redirectUrls).toEqual([`${instance.url}/oauth_redirect.do`, `${custom()}/oauth_redirect.do`])
        expect((await signInAt(custom())).answer.status).toBe(200)
    })

    it('may end with slashes or without one', async () => {
        for (const uri of [instance.url, `${instance.url}//`]) {
            setProperty(instance, 'glide.servlet.uri', uri)
            expect((await instance.tokensOf()).token_type).toBe('Bearer')
            expect(await codes()).toEqual([])
        }
    })

    it.each([
        ['empty', ''],
        ['a path', '/'],
        ['without a scheme', 'example.service-now.com/'],
        ['of another scheme', 'ftp://example.service-now.com/'],
        ['http beyond this machine', 'http://example.service-now.com/'],
        ['with a path', 'https://example.service-now.com/instance/'],
        ['with a user', 'https://user:secret@example.service-now.com/'],
        ['with a space', 'https://example .service-now.com/'],
        ['with a query', 'https://example.service-now.com/?x=1'],
        ['a script', 'javascript:alert(1)'],
    ])('that is %s is a clear refusal, a reason in the log, and advice', async (_what, uri) => {
        setProperty(instance, 'glide.servlet.uri', uri)
        instance.stats.clear()
        const { status, body } = await instance.client.renew('whatever')
        expect([status, body]).toMatchObject([503, { error: { code: 'temporarily_unavailable' } }])
        const counted = Object.values(instance.stats.all())
        expect(counted.reduce((sum, { outbound_calls: calls }) => sum + calls, 0)).toBe(0)
        expect(await logOf(instance)).toContainEqual(
            expect.stringContaining('temporarily_unavailable (glide_servlet_uri_unusable)')
        )
        expect(JSON.stringify([body, await logOf(instance)])).not.toContain('user:secret')
        expect(await codes()).toContain('servlet_uri_unusable')
    })

    it('is no property on platforms that work it out, which is no reason for advice', async () => {
        const { records } = instance
        records.deleteMultiple('sys_properties', 'name=glide.servlet.uri')
        expect(await codes()).toEqual([])
    })
})
