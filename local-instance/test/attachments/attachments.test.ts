import { createHash, randomBytes } from 'node:crypto'
import { attachmentsPlugin } from '../../src/plugins/attachments/plugin'
import { schema as attachments } from '../../src/plugins/attachments/schema'
import { corsPlugin } from '../../src/plugins/cors/plugin'
import { schema as cors } from '../../src/plugins/cors/schema'
import { schema as platform } from '../../src/plugins/platform/schema'
import { ATTACHMENT_API_DEFINITION, schema as scriptedRest } from '../../src/plugins/scripted-rest/schema'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { basic, setProperty, startInstance, URL_BASE, type TestInstance } from '../table-api/instance'
import { ZOO } from '../table-api/zoo'

const API = '/api/now/attachment'
const BETH = 'beth.anglin'
const ABEL = 'abel.tuter'

let instance: TestInstance
let lion: string
let owl: string
let vault: string

interface Asked {
    user?: string | null
    table?: string
    id?: string
    name?: string
    type?: string
    body?: string | Buffer
}

const upload = ({ user = BETH, table = 'zoo_animal', id = lion, name = 'lion.txt', ...more }: Asked = {}) =>
    instance.send(
        'POST',
        `${API}/file?table_name=${table}&table_sys_id=${id}&file_name=${encodeURIComponent(name)}`,
        { user, headers: { 'content-type': more.type ?? 'text/plain' }, body: more.body ?? 'roar' }
    )

async function attach(asked: Asked = {}): Promise<string> {
    const { status, json, text } = await upload(asked)
    if (status !== 201) throw new Error(text)
    return (json.result as { sys_id: string }).sys_id
}

const get = (path: string, user: string | null = BETH, headers: Record<string, string> = {}) =>
    instance.send('GET', `${API}${path}`, { user, headers })

async function bytesOf(sysId: string): Promise<Buffer> {
    const { port } = instance.host.http.server.address() as { port: number }
    const answer = await fetch(`http://127.0.0.1:${port}${API}/${sysId}/file`, {
        headers: { authorization: basic(BETH) },
    })
    return Buffer.from(await answer.arrayBuffer())
}

const chunks = (sysId: string) =>
    instance.host.store.count('sys_attachment_doc', { query: `sys_attachment=${sysId}` })

beforeAll(async () => {
    instance = await startInstance({
        plugins: [corsPlugin, tableApiPlugin, attachmentsPlugin],
        schemas: [platform, scriptedRest, cors, attachments],
        tables: ZOO,
    })
    const { store } = instance.host
    lion = store.insert('zoo_animal', { name: 'Leo' })['sys_id'] ?? ''
    owl = store.insert('zoo_bird', { name: 'Olive' })['sys_id'] ?? ''
    vault = store.insert('zoo_vault', { name: 'Gold' })['sys_id'] ?? ''
})
afterAll(() => instance.close())

describe('an upload', () => {
    it('returns 201 with the documented metadata, all as strings, and the location of the attachment', async () => {
        const { status, headers, json } = await upload({ body: 'roar '.repeat(100) })
        const result = json.result as Record<string, string>
        expect({ status, location: headers['location'] }).toEqual({
            status: 201,
            location: `${URL_BASE}${API}/${result['sys_id']}`,
        })
        expect(result).toEqual({
            table_name: 'zoo_animal',
            table_sys_id: lion,
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
        const sysId = await attach({ body, name, type: 'application/octet-stream' })
        expect(
            createHash('sha256')
                .update(await bytesOf(sysId))
                .digest('hex')
        ).toBe(createHash('sha256').update(body).digest('hex'))
        expect(chunks(sysId)).toBe(3)
        const file = await get(`/${sysId}/file`)
        expect(file.headers).toMatchObject({
            'content-type': 'application/octet-stream',
            'content-disposition': "attachment;filename*=UTF-8''K%C3%A4fig%20%221%22%20%F0%9F%A6%81.bin",
            'x-content-type-options': 'nosniff',
        })
        expect(JSON.parse(String(file.headers['x-attachment-metadata']))).toMatchObject({ file_name: name })
    })

    it('may be larger than other REST bodies, and empty', async () => {
        const sysId = await attach({ body: Buffer.alloc(11 * 1024 * 1024, 7) })
        expect((await bytesOf(sysId)).length).toBe(11 * 1024 * 1024)
        expect((await bytesOf(await attach({ body: '' }))).length).toBe(0)
    })

    it.each([
        ['table_name', `table_sys_id=x&file_name=x`],
        ['table_sys_id', `table_name=zoo_animal&file_name=x`],
        ['file_name', `table_name=zoo_animal&table_sys_id=x&file_name=`],
    ])('without %s is 400 and stores nothing', async (name, query) => {
        const before = instance.host.store.count('sys_attachment')
        const answer = await instance.send('POST', `${API}/file?${query}`, { body: 'x' })
        expect([answer.status, answer.json.error.detail]).toEqual([400, `Missing parameter: ${name}`])
        expect(instance.host.store.count('sys_attachment')).toBe(before)
    })

    it.each([
        ['a name with a path', { name: '../../etc/passwd' }],
        ['a name with a line break', { name: 'a\nb' }],
        ['a name of 256 characters', { name: 'x'.repeat(256) }],
        ['no type', { type: '' }],
        ['an invalid type', { type: 'text/html\u00a0;x' }],
    ])('with %s is rejected', async (_, asked) => {
        // An invalid type is rejected by the server before it reaches the API.
        expect([400, 415]).toContain((await upload(asked)).status)
    })

    it('requires write access to the record, whose existence is otherwise not disclosed', async () => {
        expect((await upload({ user: null })).status).toBe(401)
        // A user who may read animals, but not change them.
        expect((await upload({ user: ABEL })).status).toBe(403)
        // A user who may not even read birds: same response as for a missing record.
        const hidden = await upload({ user: ABEL, table: 'zoo_animal', id: owl })
        const missing = await upload({ user: ABEL, table: 'zoo_animal', id: 'f'.repeat(32) })
        expect([hidden.status, missing.status]).toEqual([404, 404])
        expect(hidden.text).toBe(missing.text)
        expect((await upload({ table: 'zoo_vault', id: vault })).status).toBe(404)
        expect((await upload({ table: 'no_table' })).status).toBe(404)
        expect((await upload({ table: 'local_zoo' })).status).toBe(404)
        expect((await upload({ user: 'admin', table: 'zoo_vault', id: vault })).status).toBe(201)
    })

    it('follows the properties for size, extensions and roles', async () => {
        try {
            setProperty(instance, 'com.glide.attachment.max_size', '1')
            expect((await upload({ body: Buffer.alloc(1024 * 1024) })).status).toBe(201)
            expect((await upload({ body: Buffer.alloc(1024 * 1024 + 1) })).status).toBe(400)
            setProperty(instance, 'glide.attachment.extensions', 'png,TXT')
            expect((await upload({ name: 'a.txt' })).status).toBe(201)
            expect((await upload({ name: 'a.exe' })).status).toBe(400)
            expect((await upload({ name: 'txt' })).status).toBe(400)
            setProperty(instance, 'glide.attachment.role', 'oauth_admin')
            expect((await upload()).status).toBe(403)
            expect((await upload({ user: 'admin' })).status).toBe(201)
        } finally {
            setProperty(instance, 'com.glide.attachment.max_size', '1024')
            setProperty(instance, 'glide.attachment.extensions', '')
            setProperty(instance, 'glide.attachment.role', 'public')
        }
    })

    it('with an encryption context is rejected rather than stored unencrypted', async () => {
        const query = `table_name=zoo_animal&table_sys_id=${lion}&file_name=a&encryption_context=${'a'.repeat(32)}`
        expect((await instance.send('POST', `${API}/file?${query}`, { body: 'x' })).status).toBe(400)
    })
})

describe('reading', () => {
    it('depends on the record that the attachment belongs to', async () => {
        const ofOwl = await attach({ id: owl, table: 'zoo_bird', name: 'owl.txt' })
        const ofLion = await attach({ name: 'for-all.txt' })
        expect((await get(`/${ofOwl}`, ABEL)).status).toBe(404)
        expect((await get(`/${ofOwl}/file`, ABEL)).status).toBe(404)
        expect((await get(`/${ofLion}`, ABEL)).status).toBe(200)
        expect((await get(`/${ofLion}/file`, ABEL)).text).toBe('roar')
        const names = async (user: string) =>
            (
                (await get(`?sysparm_query=file_nameINowl.txt,for-all.txt^ORDERBYfile_name`, user)).json
                    .result as { file_name: string }[]
            ).map(({ file_name }) => file_name)
        expect(await names(ABEL)).toEqual(['for-all.txt'])
        expect(await names(BETH)).toEqual(['for-all.txt', 'owl.txt'])
        const throughTables = await instance.send('GET', `/api/now/table/sys_attachment/${ofOwl}`, {
            user: ABEL,
        })
        expect(throughTables.status).toBe(404)
    })

    it('pages by limit and offset', async () => {
        for (const name of ['p1', 'p2', 'p3']) await attach({ name })
        const page = async (offset: number) =>
            (
                (
                    await get(
                        `?sysparm_query=file_nameSTARTSWITHp^ORDERBYfile_name&sysparm_limit=2&sysparm_offset=${offset}`
                    )
                ).json.result as { file_name: string }[]
            ).map(({ file_name }) => file_name)
        expect([await page(0), await page(2), await page(4)]).toEqual([['p1', 'p2'], ['p3'], []])
    })

    it('honours Accept: metadata in XML, files only of an accepted type', async () => {
        const sysId = await attach()
        const xml = await get(`/${sysId}`, BETH, { accept: 'application/xml' })
        expect(xml.text).toContain('<file_name>lion.txt</file_name>')
        expect((await get(`/${sysId}/file`, BETH, { accept: 'image/*' })).status).toBe(406)
        expect((await get(`/${sysId}/file`, BETH, { accept: 'text/*' })).status).toBe(200)
    })

    it.each([`/${'0'.repeat(32)}`, `/${'0'.repeat(32)}/file`])('of %s is 404', async (path) => {
        expect((await get(path)).status).toBe(404)
    })

    it.each(['/x/y', '/x/file/y', '/x/attributes', '//x'])('%s is not a resource', async (path) => {
        const { status, json } = await get(path)
        expect([status, json.error.message]).toEqual([400, 'Requested URI does not represent any resource'])
    })
})

describe('renaming and deleting', () => {
    it('require write access to the record', async () => {
        const sysId = await attach({ name: 'old.txt' })
        const rename = (user: string, body: unknown) =>
            instance.send('PATCH', `${API}/${sysId}`, { user, body })
        expect((await rename(ABEL, { file_name: 'new.txt' })).status).toBe(403)
        expect((await instance.send('DELETE', `${API}/${sysId}`, { user: ABEL })).status).toBe(403)
        expect((await rename(BETH, {})).status).toBe(400)
        expect((await rename(BETH, { file_name: 'new.txt', table_sys_id: owl })).status).toBe(204)
        const { json } = await get(`/${sysId}`)
        expect(json.result).toMatchObject({ file_name: 'new.txt', table_sys_id: lion, sys_mod_count: '1' })
    })

    it('deletes the bytes with the attachment, through either API', async () => {
        for (const path of [API, '/api/now/table/sys_attachment']) {
            const sysId = await attach()
            expect(chunks(sysId)).toBe(1)
            expect(await instance.send('DELETE', `${path}/${sysId}`, { user: BETH })).toMatchObject({
                status: 204,
            })
            expect(chunks(sysId)).toBe(0)
            expect((await get(`/${sysId}`)).status).toBe(404)
        }
    })

    it('creates and moves no attachment through the Table API', async () => {
        const body = { file_name: 'x', table_name: 'zoo_animal', table_sys_id: lion }
        const made = await instance.send('POST', '/api/now/table/sys_attachment', { user: BETH, body })
        expect(made.status).toBe(403)
        const sysId = await attach()
        await instance.send('PATCH', `/api/now/table/sys_attachment/${sysId}`, {
            user: BETH,
            body: { table_sys_id: owl, content_type: 'text/html', file_name: 'y' },
        })
        expect((await get(`/${sysId}`)).json.result).toMatchObject({
            table_sys_id: lion,
            content_type: 'text/plain',
            file_name: 'y',
        })
    })
})

it.each([
    ['POST', ''],
    ['PUT', '/file'],
    ['GET', '/file'],
    ['DELETE', '/x/file'],
])('%s %s is 405 or no attachment', async (method, path) => {
    expect([404, 405]).toContain((await instance.send(method, `${API}${path}`)).status)
})

it('has its own CORS rules', async () => {
    const { store } = instance.host
    const origin = 'https://app.example.com'
    const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST' }
    const allowed = async () =>
        (await instance.send('OPTIONS', `${API}/file`, { user: null, headers })).headers[
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
