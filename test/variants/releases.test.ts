import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalInstance, type LocalInstance } from 'openfin-servicenow-local-instance'
import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import { deployTo } from '../support/deploy'
import { ADMIN_AUTHORIZATION, ORIGIN } from '../support/deployed-instance'
import { uploadPackage } from '../support/upload-package'
import { logOf, setProperty } from './settings'

/** The releases before Australia, on which all other tests run. */
const releases = ['xanadu', 'yokohama', 'zurich'] as const

describe.each(releases)('on release %s', (release) => {
    let folder: string
    let instance: LocalInstance

    beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), `${release}-`))
        instance = await createLocalInstance({ data: folder, release })
        // What now-sdk sends does not depend on the release.
        if (release === 'xanadu') expect(await deployTo(instance.url)).toContain('Installation completed')
        else await uploadPackage(instance.url, ADMIN_AUTHORIZATION)
    }, 120_000)
    afterAll(async () => {
        await instance.close()
        rmSync(folder, { recursive: true, force: true })
    })

    const prepare = () =>
        setUp({ instanceUrl: instance.url, authorization: ADMIN_AUTHORIZATION, origins: [ORIGIN] })
    const registration = () =>
        instance.host.store.first('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`) ?? {}
    const tokens = async () => {
        const client = new InstanceClient(instance.url, OPENFIN_CLIENT_ID)
        const { code, verifier, redirectUri } = await signIn({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            userName: 'abel.tuter',
            password: 'abel.tuter',
        })
        return { client, answer: await client.requestTokens(code ?? '', verifier, redirectUri) }
    }

    it('the app deploys, and what the release has no column for is left out and logged', async () => {
        expect(instance.host.store.first('sys_app', 'scope=x_opfi_openfin')).toMatchObject({
            version: '1.0.0',
        })
        expect('scope_restriction_status' in registration()).toBe(release === 'zurich')
        const told = (await logOf(instance)).filter((message) => message.includes('scope_restriction_status'))
        expect(told).toHaveLength('scope_restriction_status' in registration() ? 0 : 1)
    })

    it('the setup brings all into line, and a second run changes nothing', async () => {
        const first = await prepare()
        expect(first.changed).toHaveLength(3)
        expect([first.missing, first.advice]).toEqual([[], []])
        const second = await prepare()
        expect([second.changed, second.unchanged.length]).toEqual([[], 3])
    })

    it('a user signs in, is told who he is, reads, renews and revokes', async () => {
        const { client, answer } = await tokens()
        const { access_token, refresh_token = '' } = answer.body
        expect([answer.status, answer.body.token_type]).toEqual([200, 'Bearer'])
        expect((await client.userInfo(access_token)).body.result['user_name']).toBe('abel.tuter')
        expect((await client.call(access_token, 'GET', '/api/now/table/incident')).status).toBe(200)
        const renewed = await client.renew(refresh_token)
        expect([renewed.status, renewed.body.refresh_token]).toEqual([200, refresh_token])
        expect((await client.revoke(refresh_token, 'refresh_token')).status).toBe(200)
        expect((await client.renew(refresh_token)).status).toBe(400)
    })

    it('both switches close the open routes, by the routes themselves', async () => {
        const client = new InstanceClient(instance.url, OPENFIN_CLIENT_ID)
        const refusal = async () => {
            const { status, body } = await client.renew('whatever')
            return [status, (body as unknown as { error: { code?: string } }).error.code]
        }
        setProperty(instance, 'x_opfi_openfin.integration.enabled', 'false')
        expect(await refusal()).toEqual([403, 'temporarily_unavailable'])
        setProperty(instance, 'x_opfi_openfin.integration.enabled', 'true')
        setProperty(instance, 'x_opfi_openfin.integration.lockdown', 'true')
        expect(await refusal()).toEqual([403, 'temporarily_unavailable'])
        setProperty(instance, 'x_opfi_openfin.integration.lockdown', 'false')
        expect(await refusal()).toEqual([400, 'invalid_grant'])
    })

    if (release !== 'xanadu') return
    it('an upgrade keeps what an administrator changed', async () => {
        instance.host.store.update('oauth_entity', registration()['sys_id'] ?? '', {
            refresh_token_lifespan: '3600',
        })
        await uploadPackage(instance.url, ADMIN_AUTHORIZATION)
        expect(registration()['refresh_token_lifespan']).toBe('3600')
        expect((await prepare()).changed).toEqual([])
        expect((await tokens()).answer.status).toBe(200)
    }, 120_000)
})
