import type { InstanceWithHost } from '../../src/create-local-instance'
import { CLEAN_UP } from '../../src/plugins/oauth-client/clean-up'
import { resetInstance, startInstance } from './provider-instance'

describe('the clean-up of expired credentials', () => {
    let instance: InstanceWithHost

    beforeAll(async () => {
        instance = await startInstance()
    })
    beforeEach(() => {
        for (const expires of ['2026-11-22 07:59:59', '2026-11-22 08:00:01', '2026-11-23 12:00:00'])
            instance.host.store.insert('oauth_credential', { type: 'access_token', expires })
    })
    afterEach(() => resetInstance(instance))
    afterAll(() => instance.close())

    const run = async () => {
        const response = await fetch(`${instance.url}/local/jobs/run`, {
            method: 'POST',
            headers: {
                authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
                'content-type': 'application/json',
            },
            body: JSON.stringify({ name: CLEAN_UP }),
        })
        expect(response.status).toBe(200)
        return instance.host.store
            .query('oauth_credential', { query: 'ORDERBYexpires' })
            .map((row) => row['expires'])
    }

    it('deletes credentials that expired four hours ago', async () => {
        expect(await run()).toEqual(['2026-11-22 08:00:01', '2026-11-23 12:00:00'])
    })

    it('keeps them as long as the property requires', async () => {
        const { store } = instance.host
        const name = 'com.snc.platform.security.oauth.hours.expired.credential.is.kept'
        const row = store.first('sys_properties', `name=${name}`)
        store.update('sys_properties', row?.['sys_id'] ?? '', { value: '24' })
        expect(await run()).toHaveLength(3)
        store.update('sys_properties', row?.['sys_id'] ?? '', { value: '0' })
        expect(await run()).toEqual(['2026-11-23 12:00:00'])
    })
})
