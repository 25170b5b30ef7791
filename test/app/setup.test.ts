import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp, type SetupOptions } from '../../setup/set-up'
import {
    ADMIN_AUTHORIZATION,
    ORIGIN,
    startDeployed,
    type DeployedInstance,
} from '../support/deployed-instance'

const DESK = 'https://desk.example'
const PAGE = 'https://page.example'

describe('the setup', () => {
    let instance: DeployedInstance

    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterEach(() => instance.reset())
    afterAll(() => instance.close())

    const run = (options: Partial<SetupOptions> = {}) =>
        setUp({
            instanceUrl: instance.url,
            authorization: ADMIN_AUTHORIZATION,
            origins: [ORIGIN],
            ...options,
        })
    const rows = async (table: string, query: string) => {
        const { body } = await instance.admin<{ result: Record<string, string>[] }>(
            'GET',
            `/api/now/table/${table}?sysparm_exclude_reference_link=true&sysparm_query=${encodeURIComponent(query)}`
        )
        return body.result
    }
    const rules = async () =>
        (await rows('sys_cors_rule', 'nameSTARTSWITHOpenFin^ORDERBYname^ORDERBYdomain')).map(
            ({ name, domain, active }) => [name, domain, active].join(' ')
        )

    it('changes nothing if everything is up to date', async () => {
        const report = await run()
        expect(report.changed).toEqual([])
        expect(report.unchanged).toEqual([
            'OpenFin',
            `OpenFin Integration (${ORIGIN})`,
            `OpenFin – Table API (${ORIGIN})`,
        ])
        expect(report.clientId).toBe(OPENFIN_CLIENT_ID)
    })

    it('leaves one active rule of each kind for each origin, on the right API', async () => {
        const report = await run({ origins: [DESK, PAGE] })
        expect(report.changed.map(({ name, action }) => `${name} ${action}`)).toEqual([
            `OpenFin Integration (${DESK}) updated`,
            `OpenFin Integration (${PAGE}) created`,
            `OpenFin – Table API (${DESK}) updated`,
            `OpenFin – Table API (${PAGE}) created`,
        ])
        expect(await rules()).toEqual([
            `OpenFin Integration ${DESK} true`,
            `OpenFin Integration ${PAGE} true`,
            `OpenFin – Table API ${DESK} true`,
            `OpenFin – Table API ${PAGE} true`,
        ])
        const [table] = await rows('sys_ws_definition', 'namespace=now^service_id=table')
        const [own] = await rows('sys_ws_definition', 'namespace=x_opfi_openfin^service_id=integration')
        const all = await rows('sys_cors_rule', 'nameSTARTSWITHOpenFin')
        expect(all.length).toBeGreaterThanOrEqual(4)
        for (const rule of all) {
            expect(rule['rest_api']).toBe((rule['name']?.includes('Table') ? table : own)?.['sys_id'])
        }
        expect((await run({ origins: [PAGE, DESK] })).changed).toEqual([])
    })

    it('deactivates rules of removed origins, and reuses them', async () => {
        await run({ origins: [DESK, PAGE] })
        await run({ origins: [DESK] })
        expect(await rules()).toContain(`OpenFin Integration ${PAGE} false`)
        const report = await run({ origins: [DESK, ORIGIN] })
        expect(report.changed.map(({ action }) => action)).toEqual(['updated', 'updated'])
        expect(await rules()).toHaveLength(4)
    })

    it('opens the Attachment and the Batch API on request, and closes them again', async () => {
        const further = async () => (await rules()).filter((rule) => /Attachment|Batch/.test(rule))
        expect(await further()).toEqual([])
        await run({ apis: ['attachment', 'batch'], origins: [DESK] })
        const open = [`OpenFin – Attachment API ${DESK} true`, `OpenFin – Batch API ${DESK} true`]
        expect(await further()).toEqual(open)
        const preflight = await fetch(`${instance.url}/api/now/attachment/x`, {
            method: 'OPTIONS',
            headers: { Origin: DESK, 'Access-Control-Request-Method': 'DELETE' },
        })
        expect(preflight.headers.get('access-control-allow-origin')).toBe(DESK)
        await run({ origins: [DESK] })
        expect(await further()).toEqual(open)
        await run({ apis: ['batch'], origins: [DESK] })
        expect(await further()).toEqual([`OpenFin – Attachment API ${DESK} false`, open[1]])
        await expect(run({ apis: ['table'] as never })).rejects.toMatchObject({ code: 'invalid_api' })
    })

    it('leaves rules of other names unchanged', async () => {
        const other = { name: 'Ours', domain: PAGE, rest_api: '', active: 'true', get: 'true' }
        const [own] = await rows('sys_ws_definition', 'namespace=x_opfi_openfin^service_id=integration')
        await instance.admin('POST', '/api/now/table/sys_cors_rule', { ...other, rest_api: own?.['sys_id'] })
        await run({ origins: [DESK] })
        expect(await rows('sys_cors_rule', 'name=Ours')).toEqual([
            expect.objectContaining({ active: 'true' }),
        ])
    })

    it('registers callback pages after the instance’s own, keeps them, and removes them again', async () => {
        const own = `${instance.url}/oauth_redirect.do`
        const registered = async () => {
            const [entity] = await rows('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`)
            return entity?.['redirect_url']
        }
        await run({ callbackUrls: [`${PAGE}/cb`, `${DESK}/cb`] })
        expect(await registered()).toBe(`${own},${PAGE}/cb,${DESK}/cb`)
        expect((await run()).redirectUrls).toEqual([own, `${PAGE}/cb`, `${DESK}/cb`])
        expect(await registered()).toBe(`${own},${PAGE}/cb,${DESK}/cb`)
        await run({ callbackUrls: [] })
        expect(await registered()).toBe(own)
    })

    it('never touches the lifespans', async () => {
        const [entity] = await rows('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`)
        const lifespans = { access_token_lifespan: '600', refresh_token_lifespan: '3600' }
        await instance.admin('PATCH', `/api/now/table/oauth_entity/${entity?.['sys_id']}`, lifespans)
        await run({ origins: [DESK], callbackUrls: [`${DESK}/cb`] })
        expect(await rows('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`)).toEqual([
            expect.objectContaining(lifespans),
        ])
    })

    it.each([
        ['invalid_origin', { origins: [DESK, 'https://*.example'] }],
        ['no_origin', { origins: [] }],
        ['invalid_callback_url', { callbackUrls: [`${DESK}/cb#here`] }],
        ['not_authenticated', { authorization: 'Basic d3Jvbmc6d3Jvbmc=' }],
        ['unreachable', { instanceUrl: 'http://127.0.0.1:9' }],
    ])('fails with %s before it changes anything', async (code, options) => {
        const before = await rules()
        await expect(run({ origins: [DESK], ...options })).rejects.toMatchObject({ name: 'SetupError', code })
        expect(await rules()).toEqual(before)
    })

    it('fails for a user without the right, and changes nothing', async () => {
        const before = await rules()
        const authorization = `Basic ${Buffer.from('abel.tuter:abel.tuter').toString('base64')}`
        await expect(run({ authorization, origins: [DESK] })).rejects.toMatchObject({ name: 'SetupError' })
        expect(await rules()).toEqual(before)
    })

    it('reports a deleted registration', async () => {
        const [entity] = await rows('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`)
        await instance.admin('DELETE', `/api/now/table/oauth_entity/${entity?.['sys_id']}`)
        await expect(run()).rejects.toMatchObject({ code: 'registration_missing' })
    })
})
