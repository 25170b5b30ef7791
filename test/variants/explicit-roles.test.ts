import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { makeExternal, openToExternal, setProperty } from './settings'

const USER_INFO = '/api/x_opfi_openfin/v1/integration/user_info'

describe('explicit roles', () => {
    let instance: DeployedInstance
    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterEach(() => instance.reset())
    afterAll(() => instance.close())

    const requireInternal = (path: string) =>
        instance.records.updateMultiple('sys_ws_operation', `relative_path=${path}`, {
            requires_snc_internal_role: '1',
        })

    it.each(['true', 'false'])('%s: strangers reach the open routes, and users who they are', async (on) => {
        setProperty(instance, 'glide.security.use_explicit_roles', on)
        const { access_token, refresh_token = '' } = await instance.tokensOf()
        expect((await instance.client.renew(refresh_token)).status).toBe(200)
        expect((await instance.client.userInfo(access_token)).body.result['user_name']).toBe('abel.tuter')
        expect((await instance.client.call(access_token, 'GET', '/api/now/table/incident')).status).toBe(200)
        expect((await instance.client.revoke(refresh_token, 'refresh_token')).status).toBe(200)
    })

    it('an external user signs in, is told who he is, renews and revokes', async () => {
        makeExternal(instance, 'abel.tuter')
        const { access_token, refresh_token = '' } = await instance.tokensOf()
        const { status, body } = await instance.client.userInfo(access_token)
        expect([status, body.result['user_name'], body.result['name']]).toEqual([
            200,
            'abel.tuter',
            'Abel Tuter',
        ])
        expect((await instance.client.renew(refresh_token)).status).toBe(200)
        expect((await instance.client.revoke(refresh_token, 'refresh_token')).status).toBe(200)
    })

    it('keep an external user out of the Table API, until its property lets him in', async () => {
        makeExternal(instance, 'abel.tuter')
        openToExternal(instance, 'incident')
        const { access_token } = await instance.tokensOf()
        const read = async () =>
            (await instance.client.call(access_token, 'GET', '/api/now/table/incident')).status
        expect(await read()).toBe(403)
        setProperty(instance, 'glide.rest.java.honor_snc_internal_flag', 'false')
        expect(await read()).toBe(200)
    })

    it('shut external users out where an administrator asks for snc_internal at user_info, as the guide says', async () => {
        requireInternal('/user_info')
        const { access_token } = await instance.tokensOf('beth.anglin')
        expect((await instance.client.userInfo(access_token)).status).toBe(200)
        makeExternal(instance, 'abel.tuter')
        const tokens = await instance.tokensOf('abel.tuter')
        expect((await instance.client.userInfo(tokens.access_token)).status).toBe(403)
        const stranger = await fetch(instance.url + USER_INFO)
        expect(stranger.status).toBe(401)
    })

    it('would shut everybody out of an open route that asks for snc_internal', async () => {
        requireInternal('/request_tokens')
        await expect(instance.tokensOf()).rejects.toThrow('request_tokens returned 403')
    })
})

describe('access controls with a script and without a role, for strangers', () => {
    let instance: DeployedInstance
    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterAll(() => instance.close())

    it.each(['false', 'true'])(
        'allowed %s: the open routes are open, since theirs name the role public',
        async (allowed) => {
            setProperty(instance, 'glide.security.allow_unauth_roleless_acl', allowed)
            const { refresh_token = '' } = await instance.tokensOf()
            expect((await instance.client.renew(refresh_token)).status).toBe(200)
            expect((await instance.client.revoke(refresh_token, 'refresh_token')).status).toBe(200)
        }
    )

    it('the lockdown closes them all the same', async () => {
        setProperty(instance, 'x_opfi_openfin.integration.lockdown', 'true')
        expect((await instance.client.renew('x')).status).toBe(403)
        setProperty(instance, 'x_opfi_openfin.integration.lockdown', 'false')
        expect((await instance.client.renew('x')).status).toBe(400)
    })
})
