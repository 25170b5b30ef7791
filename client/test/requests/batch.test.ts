import { batch, type BatchResult } from '../../src/requests/batch'
import type { RawRequest } from '../../src/page/raw-call'
import { connectionTo } from './connection'

interface Item {
    id: string
    method: string
    url: string
    headers: { name: string; value: string }[]
    body?: string
}

const JSON_TYPE = [{ name: 'Content-Type', value: 'application/json;charset=UTF-8' }]
const typed = (value: string) => [{ name: 'content-type', value }]
const base64 = (text: string | Buffer) => Buffer.from(text as string).toString('base64')
const itemsOf = ({ body }: RawRequest) =>
    (JSON.parse(body as string) as { rest_requests: Item[] }).rest_requests

/** Answers each item by its index; undefined: unserviced. */
const serving = (...answers: (object | undefined)[]) =>
    connectionTo((request) => {
        const serviced = itemsOf(request).flatMap(({ id }) => {
            const answer = answers[Number(id)]
            return answer ? [{ id, status_code: 200, ...answer }] : []
        })
        return {
            data: { batch_request_id: '1', serviced_requests: serviced.reverse(), unserviced_requests: [] },
        }
    })

describe('batch', () => {
    it('sends calls as the Batch API wants them, in one request that is never repeated', async () => {
        const { connection, sent } = serving({}, {})
        await batch(connection, [
            { endpoint: '/api/now/table/incident?sysparm_query=a%5Eb' },
            {
                endpoint: 'https://example.service-now.com/api/now/table/incident',
                method: 'POST',
                data: { short_description: 'Käse \u{1f9c0}' },
                suppressResponseBody: true,
                headers: { 'X-Own': 'x' },
            },
        ])
        expect(sent).toHaveLength(1)
        expect(sent[0]).toMatchObject({ endpoint: '/api/now/v1/batch', method: 'POST', retry: 0 })
        const [get, post] = itemsOf(sent[0] as RawRequest) as [Item, Item]
        expect(get).toEqual({
            id: '0',
            method: 'GET',
            url: '/api/now/table/incident?sysparm_query=a%5Eb',
            headers: [{ name: 'Accept', value: 'application/json' }],
        })
        expect(Buffer.from(post.body ?? '', 'base64').toString()).toBe(
            '{"short_description":"Käse \u{1f9c0}"}'
        )
        expect(post.headers).toEqual([
            { name: 'Accept', value: 'application/json' },
            { name: 'Content-Type', value: 'application/json' },
            { name: 'X-no-response-body', value: 'true' },
            { name: 'X-Own', value: 'x' },
        ])
    })

    it('gives each call its own result, in the order of the calls', async () => {
        const error = { error: { message: 'No Record found', detail: 'gone' }, status: 'failure' }
        const { connection } = serving(
            { body: base64('{"result":[{"number":"Ä1"}]}'), headers: JSON_TYPE },
            { status_code: 404, body: base64(JSON.stringify(error)), headers: JSON_TYPE },
            { status_code: 204 },
            { body: base64(Buffer.from([0, 255])), headers: typed('image/png') },
            undefined,
            { body: '%%%', headers: JSON_TYPE },
            { body: base64('<html>'), status_code: 502, headers: typed('text/html') }
        )
        const calls = Array.from({ length: 7 }, () => ({ endpoint: '/api/x' }))
        const [list, missing, none, image, unserviced, broken, page] = (await batch(
            connection,
            calls
        )) as BatchResult[]
        expect(list).toMatchObject({
            ok: true,
            status: 200,
            data: [{ number: 'Ä1' }],
            type: 'application/json',
        })
        expect(missing).toMatchObject({
            ok: false,
            error: {
                name: 'ApiRequestError',
                code: 'http',
                status: 404,
                message: 'No Record found',
                description: 'gone',
            },
        })
        expect(none).toEqual({ ok: true, status: 204, headers: {} })
        expect(image).toMatchObject({ ok: true, type: 'image/png', data: new Uint8Array([0, 255]) })
        expect(unserviced).toMatchObject({ ok: false, error: { code: 'unserviced' } })
        expect(broken).toMatchObject({ ok: false, error: { code: 'http', status: 200 } })
        expect(page).toMatchObject({ ok: false, error: { code: 'http', status: 502, message: 'Status 502' } })
    })

    it('carries large bodies', async () => {
        const { connection, sent } = serving({})
        const text = 'ü'.repeat(200_000)
        await batch(connection, [{ endpoint: '/api/x', method: 'POST', data: { text } }])
        const [item] = itemsOf(sent[0] as RawRequest)
        expect(JSON.parse(Buffer.from(item?.body ?? '', 'base64').toString())).toEqual({ text })
    })

    it.each([
        ['another host', { endpoint: 'https://elsewhere.example.com/api/x' }],
        ['another host without a scheme', { endpoint: '//elsewhere.example.com/api/x' }],
        ['a page', { endpoint: '/oauth_token.do' }],
        ['a page by dots', { endpoint: '/api/../oauth_token.do' }],
        ['nothing', {}],
        ['an Authorization header', { endpoint: '/api/x', headers: { authorization: 'x' } }],
        ['a Cookie header', { endpoint: '/api/x', headers: { COOKIE: 'x' } }],
    ])('refuses %s before anything is sent', async (_, call) => {
        const { connection, sent } = serving({}, {})
        await expect(batch(connection, [{ endpoint: '/api/y' }, call as never])).rejects.toMatchObject({
            code: 'invalid_parameter',
            message: expect.stringContaining('requests[1]') as string,
        })
        expect(sent).toEqual([])
    })

    it('sends nothing for no calls', async () => {
        const { connection, sent } = serving()
        expect(await batch(connection, [])).toEqual([])
        expect(sent).toEqual([])
    })

    it('rejects where the answer is not that of a batch', async () => {
        const { connection } = connectionTo(() => ({ data: {} }))
        await expect(batch(connection, [{ endpoint: '/api/x' }])).rejects.toMatchObject({ code: 'http' })
    })
})
