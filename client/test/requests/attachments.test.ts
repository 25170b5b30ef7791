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

    it('tells the progress of what is sent, not of what is answered', async () => {
        const { connection } = connectionTo(({ onProgress }) => {
            onProgress?.({ loaded: 2, total: 4, sent: true })
            onProgress?.({ loaded: 900, total: 900 })
            return { data: METADATA }
        })
        const seen: number[] = []
        await attachments(connection).upload({
            ...RECORD,
            file: FILE,
            onProgress: ({ loaded }) => seen.push(loaded),
        })
        expect(seen).toEqual([0, 2, 4])
    })

    it('downloads a file untouched', async () => {
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

    it('downloads an empty file as an empty Blob', async () => {
        const { connection } = connectionTo(() => ({}))
        expect((await attachments(connection).download('a')).size).toBe(0)
    })

    it('lists, tells of, renames and removes', async () => {
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

    it('refuses what cannot be sent before anything is', async () => {
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
        ]
        for (const call of refused) await expect(call()).rejects.toMatchObject({ code: 'invalid_parameter' })
        expect(() => api.list({ table: 'incident', sysId: '' })).toThrow('sysId')
        expect(sent).toEqual([])
    })

    it('rejects where the answer describes no attachment', async () => {
        const { connection } = connectionTo(() => ({ data: 'x' }))
        await expect(attachments(connection).get('a')).rejects.toMatchObject({ code: 'http' })
    })
})
