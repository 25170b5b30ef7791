import { setUp } from '../../setup/set-up'
import {
    ADMIN_AUTHORIZATION,
    ORIGIN,
    startDeployed,
    type DeployedInstance,
} from '../support/deployed-instance'

describe('the setup on platforms that are otherwise than assumed', () => {
    let instance: DeployedInstance
    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterAll(() => instance.close())

    /** Answers of the Table API, changed on their way. */
    const changed =
        (change: (row: Record<string, unknown>, method: string, table: string) => void): typeof fetch =>
        async (input, init) => {
            const response = await fetch(input, init)
            const body = (await response.json()) as { result?: unknown }
            const table = /table\/(\w+)/.exec(String(input))?.[1] ?? ''
            for (const row of [body.result ?? []].flat()) {
                change(row as Record<string, unknown>, init?.method ?? 'GET', table)
            }
            return new Response(JSON.stringify(body), { status: response.status })
        }
    const lacking = (...columns: string[]) =>
        changed((row) => {
            for (const column of columns) Reflect.deleteProperty(row, column)
        })
    const run = (send: typeof fetch, origins = [ORIGIN]) =>
        setUp({ instanceUrl: instance.url, authorization: ADMIN_AUTHORIZATION, origins, fetch: send })

    it('a column that only tightens is missing: told, never written, and in line at the second run', async () => {
        const send = lacking('use_pkce', 'exposed_headers')
        const first = await run(send, ['https://desk.example'])
        expect(first.missing).toEqual(['oauth_entity.use_pkce', 'sys_cors_rule.exposed_headers'])
        expect(first.changed.flatMap(({ columns }) => columns)).not.toContain('exposed_headers')
        expect((first.advice ?? []).map(({ code }) => code)).toEqual(['pkce_not_enforced'])
        expect((await run(send, ['https://desk.example'])).changed).toEqual([])
    })

    it.each(['redirect_url', 'domain', 'rest_api', 'active'])(
        'the column %s, which apps need, is missing: refused before anything is written',
        async (column) => {
            const writes: string[] = []
            const send = changed((row, method) => {
                if (method !== 'GET') writes.push(method)
                Reflect.deleteProperty(row, column)
            })
            await expect(run(send, ['https://other.example'])).rejects.toMatchObject({
                code: 'column_missing',
            })
            expect(writes).toEqual([])
        }
    )

    it.each([
        ['oauth_entity', 'redirect_url', 'https://elsewhere.example/'],
        ['sys_cors_rule', 'domain', 'https://elsewhere.example'],
    ])('a rule of the instance makes another value of %s.%s: not believed', async (table, column, value) => {
        const rows = instance.records
        rows.updateMultiple('oauth_entity', 'name=OpenFin', { redirect_url: '' })
        const send = changed((row, method, of) => {
            if (method !== 'GET' && of === table) row[column] = value
        })
        await expect(run(send, ['https://third.example'])).rejects.toMatchObject({
            code: 'not_stored',
            message: expect.stringContaining(column),
        })
    })

    it('the Table API has no definition that can be seen: refused before anything is written', async () => {
        const writes: string[] = []
        const send = changed((row, method, table) => {
            if (method !== 'GET') writes.push(method)
            if (table === 'sys_ws_definition' && row['service_id'] === 'table') row['service_id'] = 'hidden'
        })
        await expect(run(send, ['https://fourth.example'])).rejects.toMatchObject({
            code: 'table_api_missing',
        })
        expect(writes).toEqual([])
    })

    it.each([
        [401, 'not_authenticated'],
        [429, 'request_failed'],
        [503, 'request_failed'],
    ])(
        'writes are refused by %i where reads were not: told with what to do, and the next run completes it',
        async (status, code) => {
            const origins = [`https://refused-${status}.example`]
            const send: typeof fetch = (input, init) =>
                (init?.method ?? 'GET') === 'GET'
                    ? fetch(input, init)
                    : Promise.resolve(new Response('{"error":{"message":"Refused"}}', { status }))
            await expect(run(send, origins)).rejects.toMatchObject({ code, status })
            expect((await run(fetch, origins)).changed.length).toBeGreaterThan(0)
            expect((await run(fetch, origins)).changed).toEqual([])
        }
    )

    it('properties may not be read: set up all the same, without advice', async () => {
        const send: typeof fetch = (input, init) =>
            String(input).includes('sys_properties')
                ? Promise.resolve(new Response('{}', { status: 403 }))
                : fetch(input, init)
        expect((await run(send)).advice).toBeNull()
    })
})
