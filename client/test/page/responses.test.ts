import { json } from '../worker/support/scripted-instance'
import { connectPage, PATH, type ConnectedPage } from './connected-page'

describe('H47 responses of every kind', () => {
    let page: ConnectedPage
    beforeAll(async () => {
        page = await connectPage()
    })
    afterEach(() => void delete page.instance.on[PATH])
    afterAll(() => page?.close())

    it('a web page is an error with a snippet', async () => {
        page.give(`<html><h1>Maintenance</h1>${'x'.repeat(10_000)}`, 'text/html;charset=UTF-8')
        const answer = await page.call(PATH)
        expect(answer).toMatchObject({
            name: 'ApiRequestError',
            code: 'http',
            status: 200,
            description: expect.stringContaining('<h1>Maintenance</h1>'),
        })
        expect((answer as { description: string }).description.length).toBeLessThanOrEqual(200)
    })

    it('a truncated response is an error with the instance’s message', async () => {
        const error = { message: 'Transaction cancelled: maximum execution time exceeded', detail: 'why' }
        const cut = JSON.stringify({ result: [{}], error, status: 'failure' })
        for (const body of [cut, cut.replace('{}', '{"number":"INC}""'), JSON.stringify({ error })]) {
            page.give(body, 'application/json')
            expect(await page.call(PATH)).toMatchObject({
                name: 'ApiRequestError',
                code: 'http',
                status: 200,
                message: error.message,
                description: 'why',
            })
        }
    })

    it('a snippet ends with a complete character', async () => {
        page.give(`{${'x'.repeat(198)}\u{1f600}\u{1f600}`, 'application/json')
        const { description } = (await page.call(PATH)) as { description: string }
        expect(description).toBe(`{${'x'.repeat(198)}\u{1f600}`)
    })

    // Result of @openfin/servicenow 1.0.1 for the same responses.
    it.each<[string, string, unknown]>([
        ['a;b\r\n', 'text/csv', 'a;b\r\n'],
        ['\ufeff{"result":[]}', 'application/json;charset=UTF-8', []],
        ['{"serviced_requests":[]}', 'application/json', { serviced_requests: [] }],
        ['{"result":null}', 'application/json', { result: null }],
        ['{"result":0,"more":1}', 'application/hal+json', { result: 0, more: 1 }],
        ['[{"result":1}]', 'application/json', [{ result: 1 }]],
        ['"text"', 'application/json', 'text'],
        ['{"result":1}', 'text/json', '{"result":1}'],
        ['<a/>', 'application/soap+xml; charset=utf-8', '<a/>'],
        ['null', 'application/json', undefined],
        ['false', 'application/json', undefined],
        ['', 'text/plain', undefined],
        ['without a type', '', undefined],
    ])('%j of type %j', async (body, type, data) => {
        page.give(new TextEncoder().encode(body), type)
        expect(await page.call(PATH)).toEqual({ status: 200, ...(data !== undefined && { data, type }) })
    })

    it.each([
        ['invalid UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'UTF-8'],
        ['invalid JSON', '{"result":', 'JSON'],
    ])('%s is an error', async (_, body, word) => {
        page.give(body, 'application/json')
        expect(await page.call(PATH)).toMatchObject({
            name: 'ApiRequestError',
            code: 'http',
            message: expect.stringContaining(word),
        })
    })

    it('an error has the instance’s message and status', async () => {
        page.instance.on[PATH] = () =>
            json({ error: { message: 'No Record found', detail: 'ACL' }, status: 'failure' }, 404)
        expect(await page.call(PATH)).toEqual({
            name: 'ApiRequestError',
            code: 'http',
            status: 404,
            message: 'No Record found',
            description: 'ACL',
            data: { error: { message: 'No Record found', detail: 'ACL' }, status: 'failure' },
        })
        page.instance.on[PATH] = () => json({ error: 'invalid_request', error_description: 'no table' }, 400)
        expect(await page.call(PATH)).toMatchObject({ code: 'http', status: 400, message: 'no table' })
        page.instance.on[PATH] = () => json({ error: 'no such thing' }, 404)
        expect(await page.call(PATH)).toMatchObject({ code: 'http', status: 404, message: 'no such thing' })
        page.instance.on[PATH] = () =>
            json({ error: { message: 'no' }, access_token: 'abc', token: null, list: [1] }, 409)
        expect(await page.call(PATH)).toMatchObject({
            data: { error: { message: 'no' }, access_token: '***', token: null, list: [1] },
        })
        page.give('<h1>down', 'text/html', 503)
        expect(await page.call(PATH, 'POST')).toMatchObject({
            message: expect.stringMatching(/503/),
            description: '<h1>down',
            data: undefined,
        })
    })
})
