import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

const POLICY = 'sys_arp_network_policy'

let instance: DeployedInstance
let scope: string
beforeAll(async () => {
    instance = await startDeployed()
    scope = instance.records.first('sys_app', 'scope=x_opfi_openfin')?.['sys_id'] ?? ''
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const store = () => instance.records
const setMode = (application_runtime_policy: string) =>
    store().update('sys_app', scope, { application_runtime_policy })
const addPolicy = (values: Record<string, string>) =>
    store().insert(POLICY, { policy_type: 'now_outbound', status: 'allowed', sys_scope: scope, ...values })
const renewal = async () => {
    const { refresh_token = '' } = await instance.tokensOf()
    const { status, body } = await instance.client.renew(refresh_token)
    return [status, (body as unknown as { error?: { code: string } }).error?.code]
}
const log = () =>
    instance.log
        .entries()
        .map(({ message }) => message)
        .join('\n')

describe('an application runtime policy', () => {
    it('that tracks refuses nothing, and records the instance itself as an outbound host once', async () => {
        setMode('tracking')
        expect(await renewal()).toEqual([200, undefined])
        expect(await renewal()).toEqual([200, undefined])
        expect(store().query(POLICY)).toMatchObject([
            { policy_type: 'now_outbound', status: 'allowed', host: instance.url, sys_scope: scope },
        ])
    })

    it('that enforces keeps the app from calling the instance itself: both token routes say so, user_info goes on', async () => {
        const { access_token, refresh_token = '' } = await instance.tokensOf()
        setMode('enforcing')
        const renewed = await instance.client.renew(refresh_token)
        expect(renewed).toMatchObject({ status: 502, body: { error: { code: 'temporarily_unavailable' } } })
        expect((await instance.client.revoke(refresh_token, 'refresh_token')).status).toBe(502)
        expect((await instance.client.userInfo(access_token)).status).toBe(200)
        expect(log()).toContain(
            `Runtime policy violation: OpenFin for ServiceNow has no allowed network policy for ${instance.url}`
        )
        expect(log()).not.toContain(refresh_token)
        // The tokens are as they were.
        setMode('')
        expect((await instance.client.renew(refresh_token)).status).toBe(200)
    })

    it.each([
        ['an allowed network policy for the instance', () => addPolicy({ host: instance.url }), 200],
        ['one that is only requested', () => addPolicy({ host: instance.url, status: 'requested' }), 502],
        ['one that is inactive', () => addPolicy({ host: instance.url, active: '0' }), 502],
        ['one for another host', () => addPolicy({ host: 'https://*.service-now.com' }), 502],
        [
            'a segment policy for outbound calls',
            () =>
                store().insert('sys_arp_segment_policy', {
                    arp_network: '1',
                    arp_network_wildcard: 'csp_connect_src,now_outbound',
                    sys_scope: scope,
                }),
            200,
        ],
        [
            'a segment policy for something else',
            () => store().insert('sys_arp_segment_policy', { arp_record: '1', sys_scope: scope }),
            502,
        ],
    ])('that enforces, with %s', async (_what, add, status) => {
        const { refresh_token = '' } = await instance.tokensOf()
        setMode('enforcing')
        add()
        expect((await instance.client.renew(refresh_token)).status).toBe(status)
    })
})

describe('a share of the API transactions', () => {
    const atOnce = async () => {
        const { refresh_token = '' } = await instance.tokensOf()
        const answers = await Promise.all(
            Array.from({ length: 20 }, () => instance.client.renew(refresh_token))
        )
        const bodies = answers.filter(({ status }) => status === 429).map(({ body }) => body)
        return { refresh_token, statuses: new Set(answers.map(({ status }) => status)), bodies }
    }
    const limit = (state: string) =>
        store().insert('sys_app_resource_limit_template', {
            template_name: 'OpenFin',
            app_condition: `sys_id=${scope}`,
            state,
            api_transaction_limit: '7',
        })

    it('that is enforced rejects what exceeds it by 429, and no token is lost', async () => {
        limit('enforced')
        const { refresh_token, statuses, bodies } = await atOnce()
        expect(statuses).toEqual(new Set([200, 429]))
        // The platform's envelope, whose message clients show.
        const refused = { error: { message: expect.stringMatching(/./) }, status: 'failure' }
        expect(bodies).toMatchObject(bodies.map(() => refused))
        expect((await instance.client.renew(refresh_token)).status).toBe(200)
    })

    it.each(['log_only', 'disabled'])('that is %s rejects nothing', async (state) => {
        limit(state)
        expect((await atOnce()).statuses).toEqual(new Set([200]))
        const told = 'OpenFin for ServiceNow exceeds its quota of API transactions'
        expect(log().includes(told)).toBe(state === 'log_only')
    })
})
