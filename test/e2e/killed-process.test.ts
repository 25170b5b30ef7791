import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InstanceClient, type Tokens } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import { AdminClient } from '../bench/admin-client'
import { spawnInstance, type SpawnedInstance } from '../bench/spawn-instance'
import { ADMIN_AUTHORIZATION, DEPLOYED, ORIGIN } from '../support/deployed-instance'

describe('an instance that is killed and restarted on the same data and port', () => {
    let data: string
    let instance: SpawnedInstance

    beforeEach(async () => {
        data = mkdtempSync(join(tmpdir(), 'killed-process-'))
        cpSync(DEPLOYED, data, { recursive: true })
        instance = await spawnInstance({ args: ['--data', data] })
        await setUp({ instanceUrl: instance.url, authorization: ADMIN_AUTHORIZATION, origins: [ORIGIN] })
    })
    afterEach(async () => {
        await instance.end()
        rmSync(data, { recursive: true, force: true })
    })

    const tokensOf = async (client: InstanceClient, userName: string): Promise<Tokens> => {
        const user = { userName, password: userName }
        const way = { instanceUrl: client.instanceUrl, clientId: client.clientId }
        const { code, verifier, redirectUri } = await signIn({ ...way, ...user })
        return (await client.requestTokens(code ?? '', verifier, redirectUri)).body
    }

    it('has every acknowledged record, and accepts every valid token and no revoked one', async () => {
        const client = new InstanceClient(instance.url, OPENFIN_CLIENT_ID)
        const kept = await tokensOf(client, 'beth.anglin')
        const ended = await tokensOf(client, 'abel.tuter')
        // Without the persisted clock, a token revoked at a later time would be valid again.
        await new AdminClient(instance.url).call('POST', '/local/clock', { advance_s: 3600 })
        expect((await client.revoke(ended.access_token, 'access_token')).status).toBe(200)
        expect((await client.revoke(ended.refresh_token ?? '', 'refresh_token')).status).toBe(200)
        const made = await client.call<{ result: { sys_id: string } }>(
            kept.access_token,
            'POST',
            '/api/now/table/incident',
            { short_description: 'acknowledged' }
        )
        expect(made.status).toBe(201)

        expect((await instance.end('SIGKILL')).signal).toBe('SIGKILL')
        instance = await spawnInstance({ args: ['--data', data, '--port', new URL(instance.url).port] })

        const path = `/api/now/table/incident/${made.body.result.sys_id}`
        const found = await client.call(kept.access_token, 'GET', path)
        expect(found.body).toMatchObject({ result: { short_description: 'acknowledged' } })
        expect((await client.userInfo(kept.access_token)).body.result['user_name']).toBe('beth.anglin')
        expect((await client.renew(kept.refresh_token ?? '')).status).toBe(200)
        expect((await client.userInfo(ended.access_token)).status).toBe(401)
        expect((await client.renew(ended.refresh_token ?? '')).status).toBe(400)
    })
})
