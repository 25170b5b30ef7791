import { registerProvider } from '../../examples/echo/register-provider'
import { requestToken } from '../../examples/echo/tokens'
import { startScriptedProvider, tokens, type ScriptedProvider } from '../outbound/scripted-provider'
import { BuiltApp } from '../support/built-app'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { declaredPrivileges } from './privilege-rules'

interface Row {
    sys_id: string
    operation: string
    target_type: string
    target_name: string
    status: string
}

/** Uses that the local instance does not track (F-SCRIPT-8); rules.test.ts reads them off the code. */
const UNTRACKED =
    /^execute scriptable (Glide API: .*|GlideRecord(Secure)?\.\w+|ScopedGlide\w+|RESTAPIRequest)$/

/*
 * What the app uses of other scopes while everything that it does is done, as the platform's runtime access tracking
 * notes it: with "permissive" a use without a privilege is noted as allowed, with "enforcing" as requested.
 */
describe('H73 cross-scope privileges, as runtime access tracking sees them', () => {
    let instance: DeployedInstance

    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterEach(() => instance.reset())
    afterAll(() => instance.close())

    const table = async <T = Row>(method: string, path: string, body?: unknown): Promise<T[]> => {
        const answer = await instance.admin<{ result: T[] }>(method, `/api/now/table/${path}`, body)
        expect(answer.status).toBeLessThan(300)
        return answer.body.result
    }
    const application = async () =>
        (await table('GET', 'sys_app?sysparm_query=scope=x_opfi_openfin'))[0]?.sys_id
    const privileges = async () =>
        table('GET', `sys_scope_privilege?sysparm_query=source_scope=${await application()}`)
    const setProperty = async (name: string, value: string) => {
        const [row] = await table(
            'GET',
            `sys_properties?sysparm_query=name=x_opfi_openfin.integration.${name}`
        )
        await table('PATCH', `sys_properties/${row?.sys_id}`, { value })
    }

    /** Signs in, renews, revokes, is refused until the event is raised, and meets a token endpoint that is down. */
    const doEverything = async () => {
        const { access_token, refresh_token = '' } = await instance.tokensOf()
        const { client } = instance
        const statuses = [
            (await client.userInfo(access_token)).status,
            (await client.renew(refresh_token)).status,
            (await client.revoke(access_token, 'access_token')).status,
            (await client.revoke(refresh_token, 'refresh_token')).status,
        ]
        await setProperty('failures_before_event', '1')
        statuses.push((await client.renew('wrong')).status)
        await instance.admin('POST', '/local/faults', { path: '/oauth_token.do', status: 503, times: 2 })
        statuses.push((await client.renew('wrong')).status)
        expect(await table('GET', 'sysevent?sysparm_query=name=x_opfi_openfin.address_failing')).toHaveLength(
            1
        )
        await renewOutbound()
        return statuses
    }

    /** Renews at a provider that echoes, through OAuthCustomUtil; once as by a platform that does not tell what was sent. */
    const renewOutbound = async () => {
        const provider = await startScriptedProvider(tokens({ refresh_token: 'the only one' }))
        try {
            const connection = await registerProvider(instance, {
                clientId: 'us',
                authUrl: 'http://127.0.0.1/consent',
                tokenUrl: provider.tokenUrl,
                apiScript: 'OAuthCustomUtil',
            })
            expect(await requestToken(instance, connection, 'authorization_code')).toMatchObject({
                error: '',
            })
            expect(await requestToken(instance, connection, 'refresh_token')).toMatchObject({ error: '' })
            const { requestor, profile } = connection
            const script = `
                var told = { grant_type: 'refresh_token', oauth_requestor: '${requestor}', oauth_provider_profile: '${profile}' };
                var put = [];
                new x_opfi_openfin.OAuthCustomUtil({
                    getQueryParameter: function (name) { return told[name]; }
                }).postprocessAccessToken({
                    getContentType: function () { return 'application/json'; },
                    getBody: function () { return '{"access_token": "a", "refresh_token": "the only one"}'; },
                    getparameters: function () {
                        return { put: function (name) { put.push(name); }, remove: function () {} };
                    }
                });
                put.join();`
            const { body } = await instance.admin('POST', '/local/script', { scope: 'global', script })
            expect(body).toMatchObject({ result: 'access_token' })
            await keepAlive(provider)
        } finally {
            await provider.close()
        }
    }
    /** Finds tokens by all packaged rules, refreshes one, and tells a group when the provider refuses it. */
    const keepAlive = async (provider: ScriptedProvider) => {
        const { body } = await instance.admin<{ result: Row }>('POST', '/api/now/table/sys_user_group', {
            name: 'Integrations',
        })
        for (const { sys_id } of await table('GET', 'x_opfi_openfin_refresh_rule'))
            await table('PATCH', `x_opfi_openfin_refresh_rule/${sys_id}`, {
                active: 'true',
                notify_group: body.result.sys_id,
            })
        const run = (name: string) => instance.admin('POST', '/local/jobs/run', { name })
        await run('OpenFin: find OAuth tokens')
        const refused = { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) }
        for (const answer of [tokens({ refresh_token: 'the next' }), refused]) {
            provider.answers.splice(0, Infinity, answer)
            instance.clock.advance(600_000)
            await run('OpenFin: refresh OAuth tokens')
        }
        const told = await table('GET', 'sysevent?sysparm_query=name=x_opfi_openfin.token_reauthorize')
        expect(told).toHaveLength(1)
    }
    const EVERYTHING = [200, 200, 200, 200, 400, 503]

    const track = async (tracking: string) =>
        table('PATCH', `sys_scope/${await application()}`, { runtime_access_tracking: tracking })

    it('are enough: with enforced access nothing is refused and nothing is noted as requested', async () => {
        await track('enforcing')
        expect(await doEverything()).toEqual(EVERYTHING)
        const noted = await privileges()
        expect(noted.filter(({ status }) => status !== 'allowed')).toEqual([])
        expect(noted).toHaveLength(declaredPrivileges(BuiltApp.read()).length)
    })

    it('are no more than what is used: without any, tracking notes just the declared ones', async () => {
        await track('permissive')
        for (const { sys_id } of await privileges())
            await instance.admin('DELETE', `/api/now/table/sys_scope_privilege/${sys_id}`)
        expect(await privileges()).toEqual([])
        expect(await doEverything()).toEqual(EVERYTHING)
        const noted = (await privileges()).map(
            (one) => `${one.operation} ${one.target_type} ${one.target_name}`
        )
        const tracked = declaredPrivileges(BuiltApp.read()).filter((one) => !UNTRACKED.test(one))
        expect(tracked.length).toBeGreaterThan(10)
        expect([...new Set(noted)].sort()).toEqual(tracked)
    })
})
