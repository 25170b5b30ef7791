import { applyChanges } from '../../setup/apply'
import type { Change } from '../../setup/change'
import { createInstanceClient } from '../../setup/instance-client'
import { planSetup, type Wanted } from '../../setup/plan'
import { createReading } from '../../setup/reading'
import { describeObstacle, findObstacles } from '../../setup/rights'
import { setUp } from '../../setup/set-up'
import { createTableClient } from '../../setup/table-client'
import { planUndo, undoChanges } from '../../setup/undo'
import {
    ADMIN_AUTHORIZATION,
    ORIGIN,
    startDeployed,
    type DeployedInstance,
} from '../support/deployed-instance'
import { setProperty } from '../support/set-property'

const DESK = 'https://desk.example'
const PAGE = 'https://page.example'
const ENABLED = 'x_opfi_openfin.integration.enabled'
const OAUTH_CORS = 'glide.oauth.cors.allowed.origin'

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const basic = (name: string) => `Basic ${Buffer.from(`${name}:${name}`).toString('base64')}`
const tablesOf = (authorization = ADMIN_AUTHORIZATION) =>
    createTableClient(createInstanceClient(instance.url, { authorization }))
const plan = (wanted: Partial<Wanted> = {}, tables = tablesOf()) =>
    planSetup(createReading(tables), instance.url, { origins: [ORIGIN], ...wanted })
const snapshot = () => {
    const { records } = instance
    const properties = records.query('sys_properties', {
        query: `nameIN${ENABLED},${OAUTH_CORS}^ORDERBYname`,
    })
    return [
        records.query('oauth_entity', { query: 'name=OpenFin', columns: ['redirect_url', 'active'] }),
        records.query('sys_cors_rule', {
            query: 'ORDERBYname^ORDERBYsys_created_on^ORDERBYsys_id',
            columns: ['name', 'domain', 'active', 'get', 'post', 'put', 'patch', 'delete', 'rest_api'],
        }),
        properties.map((row) => `${row['name']}=${row['value'] ?? ''}`),
    ]
}
const property = (name: string) => instance.records.first('sys_properties', `name=${name}`)?.['value'] ?? ''
const grant = (user: string, role: string) => {
    const { records } = instance
    records.insert('sys_user_has_role', {
        user: records.first('sys_user', `user_name=${user}`)?.['sys_id'] ?? '',
        role: records.first('sys_user_role', `name=${role}`)?.['sys_id'] ?? '',
    })
}

describe('the plan of the setup', () => {
    it('lists each change with old and new values, and writes nothing', async () => {
        const before = snapshot()
        const { changes } = await plan({ origins: [DESK], callbackUrls: [`${DESK}/cb`], route: 'direct' })
        const own = `${instance.url}/oauth_redirect.do`
        expect(changes).toMatchObject([
            {
                table: 'oauth_entity',
                action: 'update',
                before: { redirect_url: own },
                after: { redirect_url: `${own},${DESK}/cb` },
            },
            { name: `OpenFin Integration (${DESK})`, before: { domain: ORIGIN }, after: { domain: DESK } },
            { name: `OpenFin – Table API (${DESK})`, before: { domain: ORIGIN }, after: { domain: DESK } },
            { name: OAUTH_CORS, before: { value: '' }, after: { value: 'desk.example' } },
            { name: ENABLED, before: { value: 'true' }, after: { value: 'false' } },
        ])
        expect(snapshot()).toEqual(before)
    })
})

describe('the route', () => {
    const set = (wanted: Partial<Wanted>) =>
        setUp({ instanceUrl: instance.url, authorization: ADMIN_AUTHORIZATION, origins: [ORIGIN], ...wanted })

    it('direct opens the OAuth endpoints to the origin and closes the routes; proxy reverts both', async () => {
        expect((await set({})).route).toBe('proxy')
        const { changed, route } = await set({ route: 'direct' })
        expect([route, changed.map(({ name }) => name)]).toEqual(['direct', [OAUTH_CORS, ENABLED]])
        expect([property(OAUTH_CORS), property(ENABLED)]).toEqual(['localhost:8080', 'false'])
        expect(await set({ route: 'direct' })).toMatchObject({ changed: [], route: 'direct' })
        expect(await set({})).toMatchObject({ changed: [], route: 'direct' })
        expect(await set({ route: 'proxy' })).toMatchObject({ route: 'proxy' })
        expect([property(OAUTH_CORS), property(ENABLED)]).toEqual(['', 'true'])
    })

    it('direct is recommended for a single origin if the instance supports it, and unavailable otherwise', async () => {
        expect(await plan()).toMatchObject({ directRecommended: true })
        expect(await plan({ origins: [DESK, PAGE] })).toMatchObject({ directRecommended: false })
        expect(await plan({ route: 'direct' })).toMatchObject({ directRecommended: false })
        const unavailable = { name: 'SetupError', code: 'direct_route_unavailable' }
        await expect(plan({ origins: [DESK, PAGE], route: 'direct' })).rejects.toMatchObject(unavailable)
        instance.records.deleteMultiple('sys_properties', `name=${OAUTH_CORS}`)
        await expect(plan({ route: 'direct' })).rejects.toMatchObject(unavailable)
        expect(await plan()).toMatchObject({ directRecommended: false })
        await expect(plan({ route: 'tunnel' as never })).rejects.toMatchObject({ code: 'invalid_route' })
    })
})

describe('a failure midway', () => {
    it('reports completed and remaining changes, and a second run completes the rest', async () => {
        const tables = tablesOf()
        const { changes } = await plan({ origins: [DESK, PAGE] })
        const names = changes.map(({ name }) => name)
        // The second write, which creates a rule.
        await instance.admin('POST', '/local/faults', { path: '/api/now/table/sys_cors_rule', status: 503 })
        const reported: string[] = []
        const applied = await applyChanges(tables, changes, { onChange: ({ name }) => reported.push(name) })
        expect(applied.failed).toMatchObject({
            change: { name: names[1] },
            error: { code: 'request_failed' },
        })
        expect(applied.done.map(({ name }) => name)).toEqual(names.slice(0, 1))
        expect(applied.left.map(({ name }) => name)).toEqual(names.slice(2))
        expect(reported).toEqual(names.slice(0, 1))
        const again = await plan({ origins: [DESK, PAGE] })
        expect(again.changes.map(({ name }) => name)).toEqual(names.slice(1))
        expect((await applyChanges(tables, again.changes)).failed).toBeNull()
        expect((await plan({ origins: [DESK, PAGE] })).changes).toEqual([])
    })

    it('by an interruption completes the change in progress, and starts no other', async () => {
        const stop = new AbortController()
        const { changes } = await plan({ origins: [DESK, PAGE] })
        const applied = await applyChanges(tablesOf(), changes, {
            signal: stop.signal,
            onChange: () => stop.abort(),
        })
        expect([applied.done.length, applied.failed, applied.left.length]).toEqual([1, null, 3])
    })
})

describe('missing rights', () => {
    it('are reported before anything is written', async () => {
        grant('beth.anglin', 'oauth_admin')
        grant('beth.anglin', 'web_service_admin')
        const before = snapshot()
        const tables = tablesOf(basic('beth.anglin'))
        // She may write rules and the registration, but not even read properties.
        const { changes } = await plan({ origins: [DESK] }, tables)
        expect(await findObstacles(tables, changes, { ask: false })).toEqual([])
        const own: Change = {
            ...{ table: 'sys_properties', sysId: 'x', name: ENABLED, action: 'update' },
            ...{ before: { value: 'true' }, after: { value: 'false' } },
        }
        const [obstacle] = await findObstacles(tables, [...changes, own], { ask: false })
        expect(describeObstacle(obstacle!)).toBe(
            `You may not write sys_properties (${ENABLED}). This requires the role admin.`
        )
        expect(snapshot()).toEqual(before)
    })

    it('due to the instance’s own access controls are detected by a probe', async () => {
        const { changes } = await plan({ origins: [DESK] })
        const { records } = instance
        const role = records.insert('sys_user_role', { name: 'ours' })['sys_id'] ?? ''
        for (const operation of ['read', 'write']) {
            const acl = records.first(
                'sys_security_acl',
                `name=sys_cors_rule^operation=${operation}^type=record`
            )
            records.insert('sys_security_acl_role', {
                sys_security_acl: acl?.['sys_id'] ?? '',
                sys_user_role: role,
            })
        }
        const tables = tablesOf(basic('abel.tuter'))
        const ofRules = changes.filter(({ table }) => table === 'sys_cors_rule')
        expect(await findObstacles(tables, ofRules, { ask: true })).toHaveLength(1)
        grant('abel.tuter', 'ours')
        expect(await findObstacles(tables, ofRules, { ask: true })).toEqual([])
        expect(await findObstacles(tables, ofRules, { ask: false })).toHaveLength(1)
    })
})

describe('undo', () => {
    it('restores changed values and deletes created records, from JSON', async () => {
        const before = snapshot()
        const tables = tablesOf()
        const wanted = { origins: [DESK, PAGE], callbackUrls: [`${PAGE}/cb`], apis: ['batch' as const] }
        const { done } = await applyChanges(tables, (await plan(wanted)).changes)
        await setProperty(instance, ENABLED, 'true')
        const kept = JSON.parse(JSON.stringify(done)) as Change[]
        const undone = await undoChanges(tables, kept)
        expect(undone).toMatchObject({ failed: null, left: [], kept: [] })
        expect(undone.done).toHaveLength(done.length)
        expect(snapshot()).toEqual(before)
    })

    it('leaves records unchanged that were changed or deleted since', async () => {
        const tables = tablesOf()
        const { done } = await applyChanges(tables, (await plan({ origins: [DESK, PAGE] })).changes)
        const [first, second] = done.map(({ sysId }) => sysId ?? '')
        await tables.update('sys_cors_rule', first!, { domain: 'https://other.example' })
        await tables.remove('sys_cors_rule', second!)
        const { changes, kept } = await planUndo(tables, done)
        expect(kept.sort()).toEqual([done[0]!.name, done[1]!.name].sort())
        expect(changes.map(({ sysId }) => sysId)).not.toContain(first)
    })
})
