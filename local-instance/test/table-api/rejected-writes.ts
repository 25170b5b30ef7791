import type { TestInstance } from './instance'
import { ANIMALS, writesTo } from './zoo-requests'

/** Writes that a rule of the table, or the form of the body, rejects. */
export function describeRejectedWrites(instance: () => TestInstance): void {
    const { post, stored } = writesTo(instance)

    describe('a write that a rule rejects', () => {
        it('returns the reason, and nothing is stored', async () => {
            const count = () => instance().host.store.count('zoo_animal')
            const before = count()
            expect(await post({ name: 'Unicorn' })).toMatchObject({
                status: 403,
                json: {
                    error: { message: 'Operation Failed', detail: 'There are no unicorns' },
                    status: 'failure',
                },
            })
            expect(await post({ name: 'Zebra1' })).toMatchObject({
                status: 400,
                json: { error: { detail: 'A name holds no digits' } },
            })
            expect(await post({ weight: 'heavy' })).toMatchObject({ status: 400 })
            expect(count()).toBe(before)
            const phoenix = instance().host.store.insert('zoo_animal', { name: 'Phoenix' })
            expect((await instance().send('DELETE', `${ANIMALS}/${phoenix['sys_id']}`)).status).toBe(403)
            expect(stored(phoenix['sys_id'] ?? '')['name']).toBe('Phoenix')
        })

        it('includes a duplicate unique value', async () => {
            const { status, json } = await instance().send('POST', '/api/now/table/zoo_house', {
                body: { code: 'S' },
            })
            expect([status, json.error.message]).toEqual([403, 'Operation Failed'])
            expect(json.error.detail).not.toContain('"S"')
        })

        it('H52 includes a CORS rule whose domain violates the requirements', async () => {
            const table = '/api/now/table/sys_cors_rule'
            for (const domain of [
                'https://*com',
                'http://192.168.1.*',
                'http://blog.*.example.com',
                'example.com',
                '',
            ]) {
                const { status, json } = await instance().send('POST', table, {
                    body: { name: 'x', rest_api: 'y', domain },
                })
                expect([domain, status]).toEqual([domain, 400])
                expect(json.error.detail).toMatch(/^Invalid domain: /)
            }
            expect(instance().host.store.count('sys_cors_rule')).toBe(0)
            const good = { name: 'x', rest_api: 'y', domain: 'http://localhost:8080' }
            const { status, json } = await instance().send('POST', table, { body: good })
            expect(status).toBe(201)
            const path = `${table}/${(json.result as { sys_id: string }).sys_id}`
            expect((await instance().send('PATCH', path, { body: { domain: 'https://*com' } })).status).toBe(
                400
            )
            expect((await instance().send('PATCH', path, { body: { max_age: '60' } })).status).toBe(200)
            expect((await instance().send('GET', path)).json.result).toMatchObject({
                domain: 'http://localhost:8080',
            })
        })
    })

    describe('an invalid body', () => {
        it.each([
            ['', 400],
            ['{', 400],
            ['null', 400],
            ['[]', 400],
            ['"text"', 400],
            ['{"name": {"a": 1}}', 400],
            ['{"name": "x"}{"name": "y"}', 400],
            ['[{"name": "only the first"}, {"name": "counts"}]', 201],
        ])('%j gets %i', async (body, status) => {
            const before = instance().host.store.count('zoo_animal')
            const answer = await post(body, {
                headers: { 'Content-Type': 'application/json; charset=utf-8' },
            })
            expect(answer.status).toBe(status)
            if (status === 400) expect(answer.json.error.message).toBe('Exception while reading request')
            expect(instance().host.store.count('zoo_animal')).toBe(before + (status === 201 ? 1 : 0))
        })

        it('may have a type that the API does not accept', async () => {
            for (const type of [
                'text/plain',
                'application/x-www-form-urlencoded',
                'multipart/form-data; boundary=x',
            ]) {
                const { status, json } = await post('name=Leo', { headers: { 'Content-Type': type } })
                expect([type, status, json.status]).toEqual([type, 415, 'failure'])
            }
        })

        it('may be too large', async () => {
            const body = JSON.stringify({ name: 'x'.repeat(10 * 1024 * 1024) })
            expect((await post(body)).status).toBe(400)
        })
    })
}
