import { createLocalInstance, type LocalInstance } from 'openfin-servicenow-local-instance'
import { asAdmin } from '../../examples/echo/as-admin'
import { registerProvider, type Connection } from '../../examples/echo/register-provider'
import { held, requestToken } from '../../examples/echo/tokens'
import { ADMIN_AUTHORIZATION } from '../support/deployed-instance'
import { uploadPackage } from '../support/upload-package'
import { startScriptedProvider, tokens, type ScriptedProvider } from './scripted-provider'

const DAY_S = 86_400

/** A platform whose switch has another column name than expected, with the documented label. */
describe('H61 a switch with another name', () => {
    let instance: LocalInstance
    let provider: ScriptedProvider

    beforeAll(async () => {
        instance = await createLocalInstance({ release: 'xanadu' })
        await uploadPackage(instance.url, ADMIN_AUTHORIZATION)
        instance.records.define({
            name: 'oauth_entity',
            label: 'Application Registry',
            extends: 'sys_metadata',
            columns: [{ name: 'u_switch', type: 'boolean', label: 'Extend Refresh Token Expiry' }],
        })
        provider = await startScriptedProvider(tokens({ refresh_token: 'the only one' }))
    })
    afterAll(async () => {
        await provider.close()
        await instance.close()
    })

    const renew = async (connection: Connection) => {
        await requestToken(instance, connection, 'authorization_code')
        instance.clock.advance(10 * DAY_S * 1000)
        await requestToken(instance, connection, 'refresh_token')
        const left = (await held(instance, connection))?.refreshTokenExpiresIn ?? 0
        return Math.ceil(left / DAY_S)
    }
    const register = (entity: Record<string, string>) =>
        registerProvider(instance, {
            name: JSON.stringify(entity),
            clientId: 'us',
            authUrl: 'http://127.0.0.1/consent',
            tokenUrl: provider.tokenUrl,
            apiScript: 'OAuthCustomUtil',
            entity: { refresh_token_lifespan: String(100 * DAY_S), ...entity },
        })

    it('is recognised by its label', async () => {
        expect(await renew(await register({ u_switch: 'true' }))).toBe(100)
        expect(await renew(await register({}))).toBe(90)
    })

    it('is irrelevant if the app may not read registrations: an echo is dropped', async () => {
        const [privilege] = await asAdmin<{ sys_id: string }[]>(
            instance,
            'GET',
            '/api/now/table/sys_scope_privilege?sysparm_query=target_name=oauth_entity^operation=read'
        )
        await asAdmin(instance, 'PATCH', `/api/now/table/sys_scope_privilege/${privilege?.sys_id}`, {
            status: 'denied',
        })
        expect(await renew(await register({ u_switch: 'true' }))).toBe(90)
    })
})
