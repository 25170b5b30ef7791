import { connectPage, PATH, type ConnectedPage } from './connected-page'

describe('calls of an app', () => {
    let page: ConnectedPage
    beforeAll(async () => {
        page = await connectPage()
    })
    afterEach(() => void delete page.instance.on[PATH])
    afterAll(() => page?.close())

    it.each<[string, unknown[], string, Record<string, string | undefined>]>([
        ['get', [], 'GET', { accept: 'application/json', 'content-type': undefined }],
        ['post', [{ a: 1 }], 'POST', { 'content-type': 'application/json' }],
        [
            'Patch',
            [null, true],
            'PATCH',
            { 'content-type': 'application/json', 'x-no-response-body': 'true' },
        ],
        ['DELETE', [undefined, false, null], 'DELETE', { 'content-type': undefined }],
        [
            'GET',
            [undefined, false, { 'X-Count': 5, 'X-Flag': true, 'X-Null': null }],
            'GET',
            { 'x-count': '5', 'x-flag': 'true', 'x-null': 'null' },
        ],
        ['GET', [undefined, false, [{ name: 'X-Mine', value: 'yes' }]], 'GET', { 'x-mine': 'yes' }],
        ['GET', [undefined, false, [['X-Mine', 'yes']]], 'GET', { 'x-mine': 'yes' }],
        ['GET', [undefined, false, []], 'GET', { accept: 'application/json' }],
        ['GET', [undefined, false, { accept: 'text/csv' }], 'GET', { accept: 'application/json, text/csv' }],
    ])('method %s with %j', async (method, rest, sent, expected) => {
        page.give('{"result":[]}', 'application/json')
        expect(await page.call(PATH, method, ...rest)).toMatchObject({ status: 200, data: [] })
        const { method: seen, headers } = page.instance.seen.at(-1)!
        expect(seen).toBe(sent)
        for (const [name, value] of Object.entries(expected))
            expect([name, headers[name]]).toEqual([name, value])
    })

    it('rejects invalid headers', async () => {
        const before = page.instance.seen.length
        for (const headers of [
            'x',
            [1],
            ['ab', 'c'],
            { 'a b': 'c' },
            { a: 'line\nbreak' },
            [{ name: 'X' }, 1],
        ])
            expect(await page.call(PATH, 'GET', undefined, false, headers)).toMatchObject({
                name: 'ParameterError',
                code: 'invalid_parameter',
            })
        expect(page.instance.seen).toHaveLength(before)
    })

    it('rejects invalid limits of a call, and those beyond the maximum of a timer', async () => {
        const before = page.instance.seen.length
        const limits = [0, -1, NaN, Infinity, 2 ** 31, '5'].map((timeoutMs) => ({ timeoutMs }))
        const retries = [-1, 11, 1.5, NaN, '2'].map((retry) => ({ retry }))
        for (const options of [...limits, ...retries, { signal: {} }, { signal: 'x' }]) {
            expect(await page.call(PATH, options)).toMatchObject({ code: 'invalid_parameter' })
        }
        expect(page.instance.seen).toHaveLength(before)
        expect(await page.call(PATH, { timeoutMs: 2 ** 31 - 1 })).toMatchObject({ status: 200 })
    })
})
