import { ApiRequestError } from '../../src/errors'
import type { RawAnswer } from '../../src/page/raw-call'
import { attachments } from '../../src/requests/attachments'
import { connectionTo } from './connection'

const FILE = new File(['roar'], 'Löwe & Co.txt', { type: 'text/plain' })
const METADATA = { sys_id: 'a1', file_name: 'x' }
const RECORD = { table: 'incident', sysId: 'i1' }

describe('attachments', () => {
    it('uploads the bytes with name and type, once', async () => {
        const { connection, sent } = connectionTo(() => ({ status: 201, data: METADATA }))
        expect(await attachments(connection).upload({ ...RECORD, file: FILE })).toEqual(METADATA)
        const [request] = sent
        const url = new URL(request?.endpoint ?? '', connection.instanceUrl)
        expect(url.pathname).toBe('/api/now/attachment/file')
        expect(Object.fromEntries(url.searchParams)).toEqual({
            table_name: 'incident',
            table_sys_id: 'i1',
            file_name: 'Löwe & Co.txt',
        })
        expect(request).toMatchObject({
            method: 'POST',
            headers: { 'Content-Type': 'text/plain' },
            retry: 0,
        })
        expect(request?.body).toBe(FILE)
    })

    it('reports upload progress, not that of the response', async () => {
        const { connection } = connectionTo(({ onProgress }) => {
            onProgress?.({ loaded: 2, total: 4, sent: true })
            onProgress?.({ loaded: 5, total: 5, sent: true })
            onProgress?.({ loaded: 900, total: 900 })
            return { data: METADATA }
        })
        const seen: number[] = []
        await attachments(connection).upload({
            ...RECORD,
            file: FILE,
            onProgress: ({ loaded }) => seen.push(loaded),
        })
        expect(seen).toEqual([0, 2, 4, 4])
    })

    it('downloads a file unchanged', async () => {
        const blob = new Blob(['{"result":1}'], { type: 'application/json' })
        const { connection, sent } = connectionTo(({ onProgress }) => {
            onProgress?.({ loaded: 12, total: 12 })
            return { data: blob }
        })
        const seen: unknown[] = []
        const file = await attachments(connection).download('a/1', { onProgress: (at) => seen.push(at) })
        expect(file).toBe(blob)
        expect(sent[0]).toMatchObject({
            endpoint: '/api/now/attachment/a%2F1/file',
            binary: true,
            headers: { Accept: '*/*' },
        })
        expect(seen).toEqual([{ loaded: 12, total: 12 }])
    })

    it('reads the size of a file from its metadata, since a browser hides whether a response was compressed', async () => {
        const file = new Blob(['0123456789'])
        const steps = async (size_bytes: unknown) => {
            const seen: unknown[] = []
            const { connection } = connectionTo(async ({ binary, onProgress }) => {
                if (!binary) return { data: { ...METADATA, size_bytes } }
                onProgress?.({ loaded: 1, total: 0 })
                await new Promise((resolve) => setImmediate(resolve))
                onProgress?.({ loaded: 5, total: 0 })
                onProgress?.({ loaded: 10, total: 0 })
                return { data: file }
            })
            await attachments(connection).download('a', {
                onProgress: ({ loaded, total }) => seen.push([loaded, total]),
            })
            return seen
        }
        expect(await steps('10')).toEqual([
            [1, 0],
            [5, 10],
            [10, 10],
        ])
        // An impossible total is not reported.
        expect(await steps('7')).toEqual([
            [1, 0],
            [5, 7],
            [10, 0],
        ])
        expect(await steps('many')).toEqual([
            [1, 0],
            [5, 0],
            [10, 0],
        ])
    })

    it('downloads without progress in one request, and with progress if the metadata are denied', async () => {
        const { connection, sent } = connectionTo(({ binary }) => {
            if (!binary) throw new ApiRequestError('denied', { status: 403 })
            return { data: new Blob(['x']) }
        })
        const api = attachments(connection)
        expect((await api.download('a')).size).toBe(1)
        expect(sent).toHaveLength(1)
        expect((await api.download('a', { onProgress: () => {} })).size).toBe(1)
    })

    const envelope = JSON.stringify({
        error: { message: 'Transaction cancelled', detail: '' },
        status: 'failure',
    })
    const answering = (answer: Partial<RawAnswer>, size_bytes: number | undefined) =>
        connectionTo(({ binary }) => {
            if (binary) return answer
            if (size_bytes === undefined) throw new ApiRequestError('gone', { status: 404 })
            return { data: { ...METADATA, size_bytes: String(size_bytes) } }
        }).connection
    const json = (text: string) => new Blob([text], { type: 'application/json' })
    it.each<[string, Partial<RawAnswer>, number | undefined, object]>([
        [
            'an error envelope',
            { data: json(envelope) },
            5_000_000,
            { message: 'Transaction cancelled', status: 200 },
        ],
        [
            'it if the metadata are missing too',
            { data: json(envelope) },
            undefined,
            { message: 'Transaction cancelled' },
        ],
        ['202 without a body', { status: 202 }, 1, { code: 'http', status: 202 }],
        ['a text in which the worker masked a token', { data: 'a ***' }, 1, { code: 'http' }],
    ])('rejects %s as a file', async (_, answer, size, error) => {
        await expect(attachments(answering(answer, size)).download('a')).rejects.toMatchObject({
            name: 'ApiRequestError',
            ...error,
        })
    })

    it.each([
        ['resembles a failure', envelope],
        ['holds one', JSON.stringify({ result: JSON.parse(envelope) as unknown })],
        ['is not JSON', '{'],
    ])('downloads a JSON file that %s', async (_, text) => {
        const file = await attachments(answering({ data: json(text) }, text.length)).download('a')
        expect(await file.text()).toBe(text)
    })

    it('downloads an empty file as an empty Blob', async () => {
        const { connection } = connectionTo(() => ({}))
        expect((await attachments(connection).download('a')).size).toBe(0)
    })

    it('lists, describes, renames and removes', async () => {
        const { connection, sent } = connectionTo(({ endpoint }) => {
            if (/sysparm_offset=[1-9]/.test(endpoint)) return { data: [] }
            return { data: endpoint.includes('?') ? [METADATA] : METADATA }
        })
        const api = attachments(connection)
        const listed = []
        for await (const one of api.list({ table: 'incident', sysId: 'i^1' })) listed.push(one)
        expect(listed).toEqual([METADATA])
        const asked = new URL(sent[0]?.endpoint ?? '', connection.instanceUrl).searchParams
        expect(asked.get('sysparm_query')).toBe(
            'table_name=incident^table_sys_id=i^^1^ORDERBYfile_name^ORDERBYsys_id'
        )
        expect(await api.get('a1')).toEqual(METADATA)
        await api.rename('a1', 'new.txt')
        await api.remove('a1')
        expect(sent.slice(-2)).toEqual([
            expect.objectContaining({ method: 'PATCH', body: '{"file_name":"new.txt"}' }),
            expect.objectContaining({ method: 'DELETE', endpoint: '/api/now/attachment/a1' }),
        ])
    })

    it('rejects invalid arguments before anything is sent', async () => {
        const { connection, sent } = connectionTo(() => ({ data: METADATA }))
        const api = attachments(connection)
        const refused = [
            () => api.upload({ ...RECORD, file: new Blob(['nameless']) }),
            () => api.upload({ ...RECORD, table: '', file: FILE }),
            () => api.upload({ ...RECORD, file: 'text' as never, fileName: 'x' }),
            () => api.download(''),
            () => api.get(undefined as never),
            () => api.rename('a', ' '),
            () => api.remove(''),
            // Cut inside an emoji.
            () => api.upload({ ...RECORD, file: FILE, fileName: 'x\ud83d' }),
            () => api.upload({ table: 'incident', sysId: '\ude00', file: FILE }),
            () => api.upload({ ...RECORD, file: FILE, contentType: 'text/\ud83d' }),
            () => api.upload({ ...RECORD, file: FILE, contentType: 'a\r\nb' }),
            () => api.download('\ud83d'),
            () => api.get('a\ud83d'),
            () => api.rename('a', '\ud83d.txt'),
            () => api.remove('\ude00'),
        ]
        for (const call of refused) await expect(call()).rejects.toMatchObject({ code: 'invalid_parameter' })
        expect(() => api.list({ table: 'incident', sysId: '' })).toThrow('sysId')
        expect(() => api.list({ table: 'incident', sysId: '\ud83d' })).toThrow('incomplete character')
        expect(sent).toEqual([])
    })

    it('rejects a change that the instance only accepted (202)', async () => {
        const api = attachments(connectionTo(() => ({ status: 202 })).connection)
        for (const change of [api.rename('a', 'b'), api.remove('a'), api.upload({ ...RECORD, file: FILE })])
            await expect(change).rejects.toMatchObject({ code: 'http', status: 202 })
    })

    it('rejects a response without attachment metadata', async () => {
        const { connection } = connectionTo(() => ({ data: 'x' }))
        await expect(attachments(connection).get('a')).rejects.toMatchObject({ code: 'http' })
    })
})
