import { ApiRequestError } from '../../src/errors'
import { pages, records, type Page } from '../../src/requests/pages'
import type { RawAnswer, RawRequest } from '../../src/page/raw-call'
import { connectionTo } from './connection'

const LIST = '/api/now/table/incident?sysparm_query=ORDERBYnumber'
const HOST = 'https://example.service-now.com'

async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
    const all: T[] = []
    for await (const one of from) all.push(one)
    return all
}

const parameters = ({ endpoint }: RawRequest) => new URL(endpoint, HOST).searchParams
const window = (request: RawRequest) => {
    const asked = parameters(request)
    return [asked.get('sysparm_limit'), asked.get('sysparm_offset')].join('+')
}

/** A list of numbers from 0 on, some unreadable, with configurable response headers. */
function list(size: number, { link = false, total = false, hidden = (_: number): boolean => false } = {}) {
    return connectionTo((request) => {
        const asked = parameters(request)
        const [limit, offset] = [Number(asked.get('sysparm_limit')), Number(asked.get('sysparm_offset'))]
        const rows = Array.from({ length: size }, (_, n) => n).slice(offset, offset + limit)
        const following = `sysparm_limit=${limit}&sysparm_offset=${offset + limit}&by=link`
        const next = `<https://other.example.com/api/now/table/incident?${following}>;rel="next"`
        const isLast = offset + limit >= size
        const links = ['<https://x/?a>;rel="first"', ...(isLast ? [] : [next]), '<https://x/?b>;rel="last"']
        return {
            data: rows.filter((row) => !hidden(row)),
            headers: {
                ...(link && { link: links.join(',') }),
                ...(total && { 'x-total-count': String(size) }),
            },
        }
    })
}

describe('pages', () => {
    it('follows Link headers on its instance and ignores their host', async () => {
        const { connection, sent } = list(5, { link: true, total: true })
        const all = await collect(pages<number>(connection, LIST, { pageSize: 2 }))
        expect(all).toEqual<Page<number>[]>([
            { records: [0, 1], offset: 0, total: 5 },
            { records: [2, 3], offset: 2, total: 5 },
            { records: [4], offset: 4, total: 5 },
        ])
        const hosts = sent.map((request) => new URL(request.endpoint, HOST).origin)
        expect(hosts).toEqual([HOST, HOST, HOST])
        expect(sent.map((request) => parameters(request).get('by'))).toEqual([null, 'link', 'link'])
    })

    it('uses offset and total if Link is not exposed', async () => {
        const { connection, sent } = list(4, { total: true })
        expect(await collect(records(connection, LIST, { pageSize: 2 }))).toEqual([0, 1, 2, 3])
        expect(sent.map(window)).toEqual(['2+0', '2+2'])
        expect(parameters(sent[1] as RawRequest).get('sysparm_query')).toBe('ORDERBYnumber')
    })

    it('continues to an empty page if neither is exposed, since pages may be short for lack of rights', async () => {
        const { connection, sent } = list(5, { hidden: (row) => row === 1 })
        expect(await collect(records(connection, LIST, { pageSize: 2 }))).toEqual([0, 2, 3, 4])
        expect(sent.map(window)).toEqual(['2+0', '2+2', '2+4', '2+6'])
    })

    it('skips pages without readable records', async () => {
        const { connection } = list(6, { total: true, hidden: (row) => row === 2 || row === 3 })
        const all = await collect(pages<number>(connection, LIST, { pageSize: 2 }))
        expect(all.map(({ offset }) => offset)).toEqual([0, 4])
    })

    it('reads page size and offset from the endpoint', async () => {
        const { connection, sent } = list(9, { total: true })
        await collect(pages(connection, `${LIST}&sysparm_limit=4&sysparm_offset=3`))
        expect(sent.map(window)).toEqual(['4+3', '4+7'])
    })

    it('requests a page only on demand', async () => {
        const { connection, sent } = list(100, { total: true })
        for await (const { offset } of pages(connection, LIST, { pageSize: 10 })) if (offset === 20) break
        expect(sent.map(window)).toEqual(['10+0', '10+10', '10+20'])
    })

    it('yields one empty page for an empty list', async () => {
        const { connection, sent } = list(0, { total: true })
        expect(await collect(pages(connection, LIST))).toEqual([{ records: [], offset: 0, total: 0 }])
        expect(sent).toHaveLength(1)
    })

    it('treats the 404 of version 1 as the end, but not on the first page', async () => {
        const missing = new ApiRequestError('No Record found', { status: 404 })
        const { connection } = connectionTo((request) => {
            if (parameters(request).get('sysparm_offset') !== '0') throw missing
            return { data: [1] }
        })
        expect(await collect(records(connection, LIST))).toEqual([1])
        const none = connectionTo(() => Promise.reject(missing))
        await expect(collect(pages(none.connection, LIST))).rejects.toBe(missing)
    })

    const LINK = (offset: number) => ({ link: `<https://x/api?sysparm_offset=${offset}>;rel="next"` })
    /** An instance with a given second page, after one with the records 0 to 2. */
    const secondPage = (second: () => Partial<RawAnswer>, headers: Record<string, string>) => {
        let asked = 0
        return connectionTo((request) => {
            if (++asked === 1) return { data: [0, 1, 2], headers }
            return asked === 2
                ? second()
                : { data: [Number(parameters(request).get('sysparm_offset'))], headers }
        })
    }
    const cancelled = new ApiRequestError('Transaction cancelled', { status: 200 })
    const noRecord = new ApiRequestError('No Record found', { status: 404 })
    const fail = (error: Error) => () => {
        throw error
    }
    it.each<[string, () => Partial<RawAnswer>, Record<string, string>, object]>([
        ['the instance cut off', fail(cancelled), {}, cancelled],
        ['is a 202 without a body', () => ({ status: 202 }), {}, { code: 'http', status: 202 }],
        ['is a 204', () => ({ status: 204 }), LINK(3), { code: 'http', status: 204 }],
        ['has no body', () => ({}), { 'x-total-count': '10' }, { code: 'http', status: 200 }],
        ['is null', () => ({ data: null }), {}, { code: 'http', status: 200 }],
        ['is a text', () => ({ data: '' }), {}, { code: 'http' }],
        ['has an empty string as a record', () => ({ data: [{}, ''] }), {}, { message: /truncated/ }],
        ['has only an empty string', () => ({ data: [''] }), {}, { message: /truncated/ }],
        ['was announced and is missing', fail(noRecord), LINK(3), noRecord],
        [
            'is a 404 of another kind',
            fail(new ApiRequestError('The instance answered 404', { status: 404 })),
            { 'x-total-count': '10' },
            { status: 404 },
        ],
        [
            'links past the next page',
            () => ({ data: [3, 4, 5], headers: LINK(7) }),
            LINK(3),
            { message: /Link/ },
        ],
        [
            'links to an invalid URL',
            () => ({ data: [3], headers: { link: '<http://[>;rel="next"' } }),
            LINK(3),
            { message: /Link/ },
        ],
    ])('rejects a page that %s', async (_, second, headers, error) => {
        const seen: number[] = []
        const { connection } = secondPage(second, headers)
        const reading = (async () => {
            for await (const one of records<number>(connection, LIST, { pageSize: 3 })) seen.push(one)
        })()
        const { message, ...rest } = error as { message?: unknown }
        await expect(reading).rejects.toMatchObject(error instanceof Error ? error : rest)
        if (message instanceof RegExp) await expect(reading).rejects.toThrow(message)
        expect(seen.slice(0, 3)).toEqual([0, 1, 2])
    })

    it.each<[string, () => Partial<RawAnswer>, Record<string, string>]>([
        ['version 1 hides with a 404', fail(noRecord), { 'x-total-count': '8' }],
        ['version 1 hides with a 404 after a link', fail(noRecord), { 'x-total-count': '8', ...LINK(3) }],
        [
            'has no next link, but is not the last',
            () => ({ data: [], headers: { link: '<https://x/>;rel="first"', 'x-total-count': '8' } }),
            LINK(3),
        ],
        ['does not repeat the total', () => ({ data: [] }), { 'x-total-count': '8' }],
    ])('continues after a page that %s', async (_, second, { link, ...headers }) => {
        let asked = 0
        const { connection, sent } = connectionTo(() => {
            if (++asked === 1) return { data: [0, 1, 2], headers: { ...headers, ...(link && { link }) } }
            return asked === 2 ? second() : { data: [6, 7], headers }
        })
        expect(await collect(records(connection, LIST, { pageSize: 3 }))).toEqual([0, 1, 2, 6, 7])
        expect(sent.map(window)).toContain('3+6')
    })

    it('ignores a total below the number of records', async () => {
        const { connection } = connectionTo((request) => ({
            data: parameters(request).get('sysparm_offset') === '6' ? [] : [1, 2, 3],
            headers: { 'x-total-count': '0' },
        }))
        const all = await collect(pages(connection, LIST, { pageSize: 3 }))
        expect(all.map(({ total, offset }) => [total, offset])).toEqual([
            [undefined, 0],
            [undefined, 3],
        ])
    })

    it('rejects a circular link', async () => {
        const { connection, sent } = connectionTo(() => ({
            data: [1],
            headers: { link: '<https://x/api?sysparm_offset=0>;rel="next"' },
        }))
        await expect(collect(pages(connection, LIST))).rejects.toMatchObject({ code: 'http' })
        expect(sent).toHaveLength(1)
    })

    it('rejects a response that is not a list', async () => {
        const { connection } = connectionTo(() => ({ data: { a: 1 } }))
        await expect(collect(pages(connection, LIST))).rejects.toMatchObject({ code: 'http' })
    })

    it('uses its options for every page', async () => {
        const { connection, sent } = list(4, { total: true })
        const { signal } = new AbortController()
        const options = { pageSize: 2, signal, timeoutMs: 5, headers: { 'X-A': 'b' } }
        await collect(pages(connection, LIST, options))
        const common = { signal, timeoutMs: 5, retry: 2, headers: { 'X-A': 'b' } }
        expect(sent).toEqual([expect.objectContaining(common), expect.objectContaining(common)])
    })

    it.each([0, -1, 1.5, NaN, '2'])('rejects a page size of %p before anything is sent', (pageSize) => {
        const { connection, sent } = list(1)
        expect(() => pages(connection, LIST, { pageSize: pageSize as number })).toThrow('pageSize')
        expect(sent).toEqual([])
    })

    it.each([['http://['], [5], [undefined]])(
        'rejects the endpoint %p before anything is sent',
        (endpoint) => {
            const { connection, sent } = list(1)
            expect(() => pages(connection, endpoint as string)).toThrow(
                expect.objectContaining({ code: 'invalid_parameter' })
            )
            expect(sent).toEqual([])
        }
    )

    it('rejects malformed headers before anything is sent', () => {
        const { connection } = list(1)
        expect(() => pages(connection, LIST, { headers: { 'X-A': '\ud83d' } })).toThrow(
            'headers are malformed'
        )
    })

    it('rejects an invalid connection', () => {
        expect(() => pages({} as never, LIST)).toThrow('connection')
        expect(() => pages(undefined as never, LIST)).toThrow('connection')
    })
})
