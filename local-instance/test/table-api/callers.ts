import type { TestInstance } from './instance'
import { ANIMALS, writesTo } from './zoo-requests'

/** What every request has in common: path, method, authentication, response type, statistics. */
export function describeCallers(instance: () => TestInstance): void {
    const { stored, created } = writesTo(instance)

    describe('an unknown path', () => {
        it.each([
            '/api/now/table',
            '/api/now/table/',
            '/api/now/v3/table/zoo_animal',
            '/api/now/table/zoo_animal/a/b',
            '/api/now/table/..%2fzoo_animal',
            '/api/now/table/zoo_animal/%2e%2e',
            '/api/now/table/zoo_animal/../../../local',
            '/api/now/table/zoo_animal%00',
            '/api/now/table//zoo_animal',
            '/api/now/table/%E0%A4%A',
        ])('%s gets 400', async (path) => {
            const { status, json } = await instance().send('GET', path)
            expect([status, json?.status ?? 'failure']).toEqual([400, 'failure'])
        })

        it('may support another method', async () => {
            for (const [method, path] of [
                ['POST', `${ANIMALS}/1`],
                ['PUT', ANIMALS],
                ['PATCH', ANIMALS],
            ] as const) {
                const { status, json } = await instance().send(method, path, { body: {} })
                expect([status, json.error.message]).toEqual([405, 'Method not supported'])
            }
        })
    })

    describe('a caller', () => {
        it('must authenticate', async () => {
            const attempts: Record<string, string>[] = [
                {},
                { authorization: 'Basic x' },
                { authorization: 'Bearer nonsense' },
            ]
            for (const headers of attempts) {
                const {
                    status,
                    headers: answered,
                    json,
                } = await instance().send('GET', ANIMALS, { user: null, headers })
                expect(status).toBe(401)
                expect(answered['www-authenticate']).toBe('BASIC realm="Service-now"')
                expect(json).toEqual({
                    error: {
                        message: 'User Not Authenticated',
                        detail: 'Required to provide Auth information',
                    },
                    status: 'failure',
                })
            }
        })

        it('does not learn whether a table exists before that', async () => {
            expect((await instance().send('GET', '/api/now/table/nonsense', { user: null })).status).toBe(401)
        })

        it('gets a supported response type, or 406', async () => {
            const get = (Accept: string) =>
                instance().send('GET', `${ANIMALS}?sysparm_limit=1`, { headers: { Accept } })
            expect((await get('*/*')).headers['content-type']).toBe('application/json;charset=UTF-8')
            expect((await get('text/xml')).headers['content-type']).toBe('text/xml;charset=UTF-8')
            expect((await get('application/xml')).text).toContain('<response><result>')
            expect(await get('image/png')).toMatchObject({ status: 406, json: { status: 'failure' } })
        })

        it('can use HEAD for the headers only', async () => {
            const { status, text, headers } = await instance().send('HEAD', `${ANIMALS}?sysparm_limit=1`)
            expect([status, text]).toEqual([200, ''])
            expect(Number(headers['x-total-count'])).toBeGreaterThan(0)
        })

        it('can override the method of an unsafe request in a header', async () => {
            const row = await created({ name: 'Leo' })
            const path = `${ANIMALS}/${row['sys_id']}`
            const headers = { 'X-HTTP-Method-Override': 'PATCH' }
            const { status } = await instance().send('POST', path, { body: { name: 'Lea' }, headers })
            expect([status, stored(row['sys_id'] ?? '')['name']]).toEqual([200, 'Lea'])
            await instance().send('GET', path, { headers: { 'X-HTTP-Method-Override': 'DELETE' } })
            expect(stored(row['sys_id'] ?? '')['name']).toBe('Lea')
        })

        it('is counted in the statistics', async () => {
            instance().host.stats.clear()
            await instance().send('GET', `${ANIMALS}?sysparm_limit=1`)
            await instance().send('GET', `${ANIMALS}/x`)
            const all = instance().host.stats.all()
            expect(all['GET /api/now/table/{tableName}']).toMatchObject({ transactions: 1 })
            expect(all['GET /api/now/table/{tableName}']?.db_statements).toBeGreaterThan(0)
            expect(all['GET /api/now/table/{tableName}/{sys_id}']).toMatchObject({ transactions: 1 })
        })
    })
}
