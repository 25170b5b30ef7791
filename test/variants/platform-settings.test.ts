import { setUp } from '../../setup/set-up'
import {
    ADMIN_AUTHORIZATION,
    ORIGIN,
    startDeployed,
    type DeployedInstance,
} from '../support/deployed-instance'
import { logOf, setProperty } from './settings'

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
afterEach(() => {
    setProperty(instance, 'glide.hosts.allowlist', '')
    setProperty(instance, 'glide.servlet.uri', `${instance.url}/`)
    setProperty(instance, 'glide.rest.cors.enabled', 'true')
})
afterAll(() => instance.close())

const adviceCodes = async () => {
    const { advice } = await setUp({
        instanceUrl: instance.url,
        authorization: ADMIN_AUTHORIZATION,
        origins: [ORIGIN],
    })
    return (advice ?? []).map(({ code }) => code)
}

describe('glide.hosts.allowlist', () => {
    it.each(['other.example', '*.service-now.com, api.example', 'x_other:*'])(
        '%s without the instance itself: a clear refusal, and a log line that names the property',
        async (list) => {
            const { refresh_token = '' } = await instance.tokensOf()
            const before = (await logOf(instance)).filter((line) => line.includes('allowlist')).length
            setProperty(instance, 'glide.hosts.allowlist', list)
            const { status, body } = await instance.client.renew(refresh_token)
            expect([status, body]).toMatchObject([502, { error: { code: 'temporarily_unavailable' } }])
            expect((await instance.client.revoke(refresh_token, 'refresh_token')).status).toBe(502)
            setProperty(instance, 'glide.hosts.allowlist', '')
            expect((await instance.client.renew(refresh_token)).status).toBe(200)
            const lines = (await logOf(instance)).filter((line) => line.includes('glide.hosts.allowlist'))
            expect(lines.length - before).toBe(2)
            expect(lines.join()).not.toContain(refresh_token)
        }
    )

    it('without the instance itself is advice of the setup', async () => {
        setProperty(instance, 'glide.hosts.allowlist', 'other.example')
        expect(await adviceCodes()).toEqual(['host_not_allowed'])
        setProperty(instance, 'glide.hosts.allowlist', 'other.example,127.0.0.1')
        expect(await adviceCodes()).toEqual([])
    })

    it.each(['*', '127.0.0.1', 'x_opfi_openfin:127.0.0.1,other.example'])(
        '%s with it: all goes on',
        async (list) => {
            setProperty(instance, 'glide.hosts.allowlist', list)
            expect((await instance.tokensOf()).token_type).toBe('Bearer')
        }
    )

    it('is not blamed for what something else did', async () => {
        const { refresh_token = '' } = await instance.tokensOf()
        setProperty(instance, 'glide.hosts.allowlist', 'other.example,127.0.0.1')
        setProperty(instance, 'glide.servlet.uri', 'http://127.0.0.1:9/')
        expect((await instance.client.renew(refresh_token)).status).toBe(502)
        expect(await logOf(instance)).toContainEqual(expect.stringContaining('(token_endpoint_unreachable)'))
    })
})

describe('glide.rest.cors.enabled', () => {
    it('false: no page of another origin gets an answer, programs do, and the setup says so', async () => {
        setProperty(instance, 'glide.rest.cors.enabled', 'false')
        const answer = await fetch(`${instance.url}/api/x_opfi_openfin/v1/integration/request_tokens`, {
            method: 'POST',
            headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
            body: 'grant_type=refresh_token',
        })
        expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([400, null])
        expect((await instance.tokensOf()).token_type).toBe('Bearer')
        expect(await adviceCodes()).toEqual(['cors_off'])
    })
})

describe('connections to one host', () => {
    it.each(['1', '4'])('%s at a time: twenty renewals at once all succeed', async (limit) => {
        setProperty(instance, 'glide.http.connection_mgr.max_connections_per_host', limit)
        const { refresh_token = '' } = await instance.tokensOf()
        const answers = await Promise.all(
            Array.from({ length: 20 }, () => instance.client.renew(refresh_token))
        )
        expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    })
})
