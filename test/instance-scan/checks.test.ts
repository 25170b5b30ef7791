import { Linter } from 'eslint'
import { BuiltApp } from '../support/built-app'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { runCheck } from './run-check'

const app = BuiltApp.read()
const checks = app.values('scan_table_check')

describe('the packaged Instance Scan checks', () => {
    let instance: DeployedInstance

    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterEach(() => instance.reset())
    afterAll(() => instance.close())

    const insert = (table: string, values: Record<string, string>) =>
        instance.records.insert(table, values)['sys_id'] ?? ''
    const update = (table: string, query: string, values: Record<string, string>) =>
        instance.records.updateMultiple(table, query, values)
    const found = async (name: string) =>
        (await runCheck(app, instance, `OpenFin: ${name}`)).map(({ source }) => source)

    it('report nothing on an instance that the setup has configured', async () => {
        expect(checks).toHaveLength(6)
        for (const { name = '' } of checks)
            expect([name, await runCheck(app, instance, name)]).toEqual([name, []])
    })

    it('are installed with the app', () => {
        const names = instance.records.query('scan_table_check', {}).map(({ name }) => name)
        expect(names.sort()).toEqual(checks.map(({ name }) => name).sort())
    })

    it.each(checks.filter(({ advanced }) => advanced === 'true').map(({ name, script }) => [name, script]))(
        'are ES5: %s',
        (_, script = '') => {
            const languageOptions = { ecmaVersion: 5, sourceType: 'script' } as const
            expect(new Linter().verify(script, [{ languageOptions }])).toEqual([])
            expect(new Linter().verify(`let a = 1`, [{ languageOptions }])).not.toEqual([])
        }
    )

    it.each(checks.map((check) => [check['name'], check]))('state what to do: %s', (_, check) => {
        const text = check as Record<string, string>
        for (const column of ['short_description', 'description', 'resolution_details'])
            expect(text[column]).toMatch(/^[A-Z].+\.$/s)
        expect(text['active']).toBe('true')
    })

    describe('open route without limits', () => {
        const NAME = 'open route without limits'
        const route = () =>
            instance.records.query('sys_ws_operation', { query: 'relative_path=/request_tokens' })[0]

        it('reports a route with a replaced script', async () => {
            update('sys_ws_operation', 'relative_path=/request_tokens', {
                operation_script: 'response.setStatus(200);',
            })
            const [finding] = await runCheck(app, instance, `OpenFin: ${NAME}`)
            expect(finding?.source).toBe(route()?.['sys_id'])
            expect(finding?.details).toContain('does not call the module with the limits')
        })

        it('reports a route of the app that was made public', async () => {
            update('sys_ws_operation', 'relative_path=/user_info', { requires_authentication: 'false' })
            expect(await found(NAME)).toHaveLength(1)
        })

        it('reports limits that are ineffective, and accepts the largest effective one', async () => {
            await setProperty(instance, 'x_opfi_openfin.integration.refusals_per_minute', '10000')
            expect(await found(NAME)).toEqual([])
            await setProperty(instance, 'x_opfi_openfin.integration.refusals_per_minute', '10001')
            expect(await found(NAME)).toHaveLength(2)
        })

        it('ignores a route that is inactive or requires authentication', async () => {
            const values = { operation_script: 'response.setStatus(200);' }
            update('sys_ws_operation', 'relative_path=/request_tokens', { ...values, active: 'false' })
            update('sys_ws_operation', 'relative_path=/revoke_token', {
                ...values,
                requires_authentication: 'true',
            })
            expect(await found(NAME)).toEqual([])
        })
    })

    describe('CORS rule with a wildcard', () => {
        it('reports an active rule with one, and no other', async () => {
            // Bypasses the platform rule that validates domains, since older releases accepted such rules.
            const rule = (domain: string, active: string) =>
                insert('sys_cors_rule', { name: domain, domain, active })
            const one = rule('https://*.example.com', 'true')
            rule('https://*.example.org', 'false')
            rule('https://app.example.com', 'true')
            expect(await found('CORS rule with a wildcard')).toEqual([one])
        })
    })

    describe('provider registration without OAuthCustomUtil', () => {
        const NAME = 'provider registration without OAuthCustomUtil'
        const release = (name: string) => {
            const tag = `glide-${name}-01-01-2026__patch1`
            update('sys_properties', 'nameINglide.buildtag,glide.buildtag.last', { value: tag })
            update('sys_properties', 'name=glide.war', { value: `${tag}.zip` })
        }
        const provider = (script: string, active = 'true') =>
            insert('oauth_entity', {
                ...{ name: 'A provider', type: 'oauth_provider', client_id: 'us', active },
                ...(script && { oauth_api_script: script }),
            })
        const scriptNamed = (name: string) =>
            instance.records.query('sys_script_include', { query: `name=${name}` })[0]?.['sys_id'] ?? ''

        it('reports one without a script or with another script, up to Xanadu', async () => {
            const wanted = [provider(''), provider(insert('sys_script_include', { name: 'OtherUtil' }))]
            provider(scriptNamed('OAuthCustomUtil'))
            provider('', 'false')
            release('xanadu')
            expect((await found(NAME)).sort()).toEqual(wanted.sort())
        })

        it.each(['yokohama', 'brazil', 'unheard-of'])('reports nothing on %s', async (name) => {
            provider('')
            release(name)
            expect(await found(NAME)).toEqual([])
        })
    })

    describe('confidential client for a browser app', () => {
        it('reports one with a secret that redirects to the page of browser apps', async () => {
            const client = (values: Record<string, string>) =>
                insert('oauth_entity', {
                    ...{ name: 'A client', type: 'client', active: 'true', public_client: 'false' },
                    ...{ redirect_url: `${instance.url}/oauth_redirect.do`, ...values },
                })
            const one = client({ client_id: 'one' })
            client({ client_id: 'two', public_client: 'true' })
            client({ client_id: 'three', active: 'false' })
            client({ client_id: 'four', redirect_url: 'https://server.example/callback' })
            expect(await found('confidential client for a browser app')).toEqual([one])
        })
    })

    describe('Basic authentication', () => {
        it('reports REST messages that use it', async () => {
            const message = (authentication_type: string) =>
                insert('sys_rest_message', { name: authentication_type, authentication_type })
            const one = message('basic')
            message('oauth2')
            expect(await found('REST message with Basic authentication')).toEqual([one])
        })

        it('reports integration accounts without an issued token', async () => {
            const account = (user_name: string, more: Record<string, string> = {}) =>
                insert('sys_user', { user_name, web_service_access_only: 'true', active: 'true', ...more })
            const one = account('basic only')
            account('gone', { active: 'false' })
            account('a person', { web_service_access_only: 'false' })
            insert('oauth_credential', { type: 'access_token', user: account('with a token') })
            expect(await found('integration account without OAuth')).toEqual([one])
        })
    })
})
