import { createLocalInstance, type LocalInstance } from 'openfin-servicenow-local-instance'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import { deployTo } from '../support/deploy'
import { ADMIN_AUTHORIZATION, startDeployed } from '../support/deployed-instance'
import { VERSION } from '../support/version'

interface Records {
    result: Record<string, string>[]
}

describe('deploying the app with the unmodified now-sdk install', () => {
    let instance: LocalInstance

    afterEach(() => instance.close())

    const admin = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
        const response = await fetch(instance.url + path, {
            method,
            headers: { authorization: ADMIN_AUTHORIZATION, 'content-type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) }),
        })
        expect(response.ok).toBe(true)
        return (await response.json()) as T
    }
    const one = async (table: string, query: string) => {
        const { result } = await admin<Records>('GET', `/api/now/table/${table}?sysparm_query=${query}`)
        expect(result).toHaveLength(1)
        return result[0] ?? {}
    }

    // The first installation is that of global-setup.ts.
    it('installs, and installs again as an upgrade that keeps an administrator’s changes', async () => {
        instance = await startDeployed()
        expect((await one('sys_app', 'scope=x_opfi_openfin'))['version']).toBe(VERSION)
        await setUp({
            instanceUrl: instance.url,
            authorization: ADMIN_AUTHORIZATION,
            origins: ['https://desk.example'],
        })
        const entity = await one('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`)
        const change = { access_token_lifespan: '900', redirect_url: 'https://desk.example/callback' }
        await admin('PATCH', `/api/now/table/oauth_entity/${entity['sys_id']}`, change)
        const property = await one('sys_properties', 'name=x_opfi_openfin.integration.requests_per_minute')
        await admin('PATCH', `/api/now/table/sys_properties/${property['sys_id']}`, { value: '77' })

        expect(await deployTo(instance.url)).toContain('Installation completed')

        expect(await one('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`)).toMatchObject(change)
        expect(await one('sys_cors_rule', 'name=OpenFin Integration')).toMatchObject({
            domain: 'https://desk.example',
            active: 'true',
        })
        const kept = await one('sys_properties', 'name=x_opfi_openfin.integration.requests_per_minute')
        expect(kept['value']).toBe('77')
    })

    it('also signs in by OAuth client credentials', async () => {
        instance = await createLocalInstance()
        const admins = await one('sys_user', 'user_name=admin')
        await admin('POST', '/api/now/table/oauth_entity', {
            name: 'Pipeline',
            type: 'client',
            active: 'true',
            client_id: 'pipeline',
            client_secret: 'pipeline secret',
            default_grant_type: 'client_credentials',
            user: admins['sys_id'],
        })
        const name = 'glide.oauth.inbound.client.credential.grant_type.enabled'
        const existing = await admin<Records>(
            'GET',
            `/api/now/table/sys_properties?sysparm_query=name=${name}`
        )
        const sysId = existing.result[0]?.['sys_id']
        await admin(sysId ? 'PATCH' : 'POST', `/api/now/table/sys_properties${sysId ? `/${sysId}` : ''}`, {
            name,
            value: 'true',
        })
        const output = await deployTo(instance.url, {
            SN_SDK_AUTH_TYPE: 'oauth',
            SN_SDK_OAUTH_CLIENT_ID: 'pipeline',
            SN_SDK_OAUTH_CLIENT_SECRET: 'pipeline secret',
        })
        expect(output).toContain('Installation completed')
        expect((await one('sys_app', 'scope=x_opfi_openfin'))['version']).toBe(VERSION)
    })

    it('rejects a user without the right, and leaves nothing behind', async () => {
        instance = await createLocalInstance()
        await expect(
            deployTo(instance.url, { SN_SDK_USER: 'abel.tuter', SN_SDK_USER_PWD: 'abel.tuter' })
        ).rejects.toThrow()
        const { result } = await admin<Records>(
            'GET',
            '/api/now/table/sys_scope?sysparm_query=scope=x_opfi_openfin'
        )
        expect(result).toEqual([])
    })
})
