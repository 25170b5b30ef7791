import { OPENFIN_CLIENT_ID } from '../../src/setup/registration'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

const MINUTE_MS = 60_000

describe('limits per address', () => {
    let instance: DeployedInstance

    beforeEach(async () => {
        instance = await startDeployed()
    })
    afterEach(() => instance.close())

    const setProperty = async (name: string, value: string) => {
        const { body } = await instance.admin<{ result: { sys_id: string }[] }>(
            'GET',
            `/api/now/table/sys_properties?sysparm_query=name=x_opfi_openfin.integration.${name}`
        )
        const path = `/api/now/table/sys_properties/${body.result[0]?.sys_id}`
        expect((await instance.admin('PATCH', path, { value })).status).toBe(200)
    }
    const requests = async () => {
        const { body } = await instance.admin<{ result: unknown[] }>(
            'GET',
            '/api/now/table/x_opfi_openfin_request'
        )
        return body.result.length
    }

    it('answer 429 with Retry-After over the limit, write nothing, and end after the time they name', async () => {
        const { refresh_token = '' } = await instance.tokensOf()
        await setProperty('requests_per_minute', '5')
        const statuses = []
        for (let count = 0; count < 4; count++)
            statuses.push((await instance.client.renew(refresh_token)).status)
        expect(statuses).toEqual([200, 200, 200, 200])
        const before = await requests()
        const over = await instance.client.renew(refresh_token)
        expect(over).toMatchObject({ status: 429, body: { error: { code: 'temporarily_unavailable' } } })
        const retryAfter = Number(over.headers.get('retry-after'))
        expect(retryAfter).toBeGreaterThan(0)
        expect(retryAfter).toBeLessThanOrEqual(60)
        expect(await requests()).toBe(before)
        instance.clock.advance(retryAfter * 1000)
        expect((await instance.client.renew(refresh_token)).status).toBe(200)
    })

    it('count refusals apart and tighter, and tell people once when an address keeps failing', async () => {
        const { refresh_token = '' } = await instance.tokensOf()
        await setProperty('refusals_per_minute', '5')
        await setProperty('failures_before_event', '3')
        for (let count = 0; count < 5; count++) {
            expect((await instance.client.renew('wrong')).status).toBe(400)
        }
        expect((await instance.client.renew('wrong')).status).toBe(429)
        const events = () =>
            instance.admin<{ result: unknown[] }>(
                'GET',
                '/api/now/table/sysevent?sysparm_query=name=x_opfi_openfin.address_failing'
            )
        expect((await events()).body.result).toHaveLength(1)
        instance.clock.advance(MINUTE_MS)
        expect((await instance.client.renew(refresh_token)).status).toBe(200)
    })

    it('leave room for twenty renewals at once with one token', async () => {
        const { refresh_token = '' } = await instance.tokensOf()
        const answers = await Promise.all(
            Array.from({ length: 20 }, () => instance.client.renew(refresh_token))
        )
        expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
        for (const { body } of answers) {
            expect(body.refresh_token).toBe(refresh_token)
            expect((await instance.client.userInfo(body.access_token)).status).toBe(200)
        }
    })

    it('are not even reached in a lockdown: the platform itself refuses, before any code of the app', async () => {
        await setProperty('lockdown', 'true')
        const before = await requests()
        expect(await instance.client.renew('whatever')).toMatchObject({
            status: 403,
            body: { error: { message: 'User Not Authorized' }, status: 'failure' },
        })
        expect(await requests()).toBe(before)
        await setProperty('lockdown', 'false')
        expect((await instance.client.renew('whatever')).status).toBe(400)
    })

    it('are off the way when the feature is switched off', async () => {
        await setProperty('enabled', 'false')
        const answer = await instance.client.renew('whatever')
        expect([403, 404, 503]).toContain(answer.status)
        expect(answer.body).toMatchObject({ status: 'failure' })
        const direct = await fetch(`${instance.url}/oauth_token.do`, {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: `grant_type=refresh_token&client_id=${OPENFIN_CLIENT_ID}&refresh_token=whatever`,
        })
        expect(direct.status).toBe(401)
    })
})

describe('an upstream that fails', () => {
    let instance: DeployedInstance
    let refreshToken: string

    beforeEach(async () => {
        instance = await startDeployed()
        refreshToken = (await instance.tokensOf()).refresh_token ?? ''
    })
    afterEach(() => instance.close())

    const fault = (times: number, status: number) =>
        instance.admin('POST', '/local/faults', { path: '/oauth_token.do', status, times })

    it.each([502, 503, 504])('once with %i is tried again within the request', async (status) => {
        await fault(1, status)
        expect((await instance.client.renew(refreshToken)).status).toBe(200)
    })

    it('for longer is temporarily_unavailable, and the session can go on afterwards', async () => {
        await fault(2, 503)
        const answer = await instance.client.renew(refreshToken)
        expect([502, 503]).toContain(answer.status)
        expect(answer.body).toMatchObject({ error: { code: 'temporarily_unavailable' } })
        expect((await instance.client.renew(refreshToken)).status).toBe(200)
    })
})
