import { createHash, randomBytes } from 'node:crypto'
import { ATTACHMENT_API_DEFINITION } from '../../src/plugins/scripted-rest/schema'
import { setProperty, URL_BASE } from '../table-api/instance'
import { ABEL, API, BETH, startAttachments, type AttachmentsInstance } from './attachments-instance'
import { describeReadingAndChanging } from './reading-and-changing'

let zoo: AttachmentsInstance

beforeAll(async () => {
    zoo = await startAttachments()
})
afterAll(() => zoo.close())

describe('an upload', () => {
    it('returns 201 with the documented metadata, all as strings, and the location of the attachment', async () => {
        const { status, headers, json } = await zoo.upload({ body: 'roar '.repeat(100) })
        const result = json.result as Record<string, string>
        expect({ status, location: headers['location'] }).toEqual({
            status: 201,
            location: `${URL_BASE}${API}/${result['sys_id']}`,
        })
        expect(result).toEqual({
            table_name: 'zoo_animal',
            table_sys_id: zoo.lion,
            file_name: 'lion.txt',
            content_type: 'text/plain',
            size_bytes: '500',
            size_compressed: expect.stringMatching(/^\d\d$/),
            compressed: 'true',
            download_link: `${URL_BASE}${API}/${result['sys_id']}/file`,
            sys_id: expect.stringMatching(/^[\da-f]{32}$/),
            sys_created_on: '2026-11-22 12:00:00',
            sys_created_by: BETH,
            created_by_name: 'Beth Anglin',
            sys_updated_on: '2026-11-22 12:00:00',
            sys_updated_by: BETH,
            updated_by_name: 'Beth Anglin',
            sys_mod_count: '0',
            sys_tags: '',
            average_image_color: '',
            image_height: '',
            image_width: '',
        })
    })

    it('keeps every byte and the name unchanged', async () => {
        const body = randomBytes(1_500_000)
        const name = 'Käfig "1" \u{1f981}.bin'
        const sysId = await zoo.attach({ body, name, type: 'application/octet-stream' })
        expect(
            createHash('sha256')
                .update(await zoo.bytesOf(sysId))
                .digest('hex')
        ).toBe(createHash('sha256').update(body).digest('hex'))
        expect(zoo.chunks(sysId)).toBe(3)
        const file = await zoo.get(`/${sysId}/file`)
        expect(file.headers).toMatchObject({
            'content-type': 'application/octet-stream',
            'content-disposition': "attachment;filename*=UTF-8''K%C3%A4fig%20%221%22%20%F0%9F%A6%81.bin",
            'x-content-type-options': 'nosniff',
        })
        expect(JSON.parse(String(file.headers['x-attachment-metadata']))).toMatchObject({ file_name: name })
    })

    it('may be larger than other REST bodies, and empty', async () => {
        const sysId = await zoo.attach({ body: Buffer.alloc(11 * 1024 * 1024, 7) })
        expect((await zoo.bytesOf(sysId)).length).toBe(11 * 1024 * 1024)
        expect((await zoo.bytesOf(await zoo.attach({ body: '' }))).length).toBe(0)
    })

    it.each([
        ['table_name', `table_sys_id=x&file_name=x`],
        ['table_sys_id', `table_name=zoo_animal&file_name=x`],
        ['file_name', `table_name=zoo_animal&table_sys_id=x&file_name=`],
    ])('without %s is 400 and stores nothing', async (name, query) => {
        const before = zoo.host.store.count('sys_attachment')
        const answer = await zoo.send('POST', `${API}/file?${query}`, { body: 'x' })
        expect([answer.status, answer.json.error.detail]).toEqual([400, `Missing parameter: ${name}`])
        expect(zoo.host.store.count('sys_attachment')).toBe(before)
    })

    it.each([
        ['a name with a path', { name: '../../etc/passwd' }],
        ['a name with a line break', { name: 'a\nb' }],
        ['a name of 256 characters', { name: 'x'.repeat(256) }],
        ['no type', { type: '' }],
        ['an invalid type', { type: 'text/html\u00a0;x' }],
    ])('with %s is rejected', async (_, asked) => {
        // An invalid type is rejected by the server before it reaches the API.
        expect([400, 415]).toContain((await zoo.upload(asked)).status)
    })

    it('requires write access to the record, whose existence is otherwise not disclosed', async () => {
        expect((await zoo.upload({ user: null })).status).toBe(401)
        // A user who may read animals, but not change them.
        expect((await zoo.upload({ user: ABEL })).status).toBe(403)
        // A user who may not even read birds: same response as for a missing record.
        const hidden = await zoo.upload({ user: ABEL, table: 'zoo_animal', id: zoo.owl })
        const missing = await zoo.upload({ user: ABEL, table: 'zoo_animal', id: 'f'.repeat(32) })
        expect([hidden.status, missing.status]).toEqual([404, 404])
        expect(hidden.text).toBe(missing.text)
        expect((await zoo.upload({ table: 'zoo_vault', id: zoo.vault })).status).toBe(404)
        expect((await zoo.upload({ table: 'no_table' })).status).toBe(404)
        expect((await zoo.upload({ table: 'local_zoo' })).status).toBe(404)
        expect((await zoo.upload({ user: 'admin', table: 'zoo_vault', id: zoo.vault })).status).toBe(201)
    })

    it('follows the properties for size, extensions and roles', async () => {
        try {
            setProperty(zoo, 'com.glide.attachment.max_size', '1')
            expect((await zoo.upload({ body: Buffer.alloc(1024 * 1024) })).status).toBe(201)
            expect((await zoo.upload({ body: Buffer.alloc(1024 * 1024 + 1) })).status).toBe(400)
            setProperty(zoo, 'glide.attachment.extensions', 'png,TXT')
            expect((await zoo.upload({ name: 'a.txt' })).status).toBe(201)
            expect((await zoo.upload({ name: 'a.exe' })).status).toBe(400)
            expect((await zoo.upload({ name: 'txt' })).status).toBe(400)
            setProperty(zoo, 'glide.attachment.role', 'oauth_admin')
            expect((await zoo.upload()).status).toBe(403)
            expect((await zoo.upload({ user: 'admin' })).status).toBe(201)
        } finally {
            setProperty(zoo, 'com.glide.attachment.max_size', '1024')
            setProperty(zoo, 'glide.attachment.extensions', '')
            setProperty(zoo, 'glide.attachment.role', 'public')
        }
    })

    it('with an encryption context is rejected rather than stored unencrypted', async () => {
        const query = `table_name=zoo_animal&table_sys_id=${zoo.lion}&file_name=a&encryption_context=${'a'.repeat(32)}`
        expect((await zoo.send('POST', `${API}/file?${query}`, { body: 'x' })).status).toBe(400)
    })
})

describeReadingAndChanging(() => zoo)

it.each([
    ['POST', ''],
    ['PUT', '/file'],
    ['GET', '/file'],
    ['DELETE', '/x/file'],
])('%s %s is 405 or no attachment', async (method, path) => {
    expect([404, 405]).toContain((await zoo.send(method, `${API}${path}`)).status)
})

it('has its own CORS rules', async () => {
    const { store } = zoo.host
    const origin = 'https://app.example.com'
    const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST' }
    const allowed = async () =>
        (await zoo.send('OPTIONS', `${API}/file`, { user: null, headers })).headers[
            'access-control-allow-origin'
        ]
    const api = store.first('sys_ws_definition', 'namespace=now^service_id=attachment')
    expect(api).toMatchObject({ name: 'Attachment API', sys_id: ATTACHMENT_API_DEFINITION })
    const tableApi = store.first('sys_ws_definition', 'namespace=now^service_id=table')?.['sys_id'] ?? ''
    store.insert('sys_cors_rule', { name: 'T', domain: origin, rest_api: tableApi, post: '1' })
    expect(await allowed()).toBeUndefined()
    store.insert('sys_cors_rule', { name: 'A', domain: origin, rest_api: api?.['sys_id'] ?? '', post: '1' })
    expect(await allowed()).toBe(origin)
})
