import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { id, pack, record, SCOPE, zoo } from './app'
import { basic, startInstance, upload, type DeploymentInstance } from './instance'
import { zip, type ZipEntry } from './zip'

/** What every refused upload leaves: the log, the tracker that says why, the context that the answer names, and the time. */
const TOLD = /^(local_clock|syslog|sys_rollback_context|sys_execution_tracker|sys_user_session|.*sqlite_.*)$/

const XML = '<?xml version="1.0"?>\n'
const role = (text: string) => XML + text
const DOCTYPE = 'Document type declarations are not allowed'
/** A file of the package besides the sample app's. */
const also = (path: string, data: string | Buffer, more: Partial<ZipEntry> = {}) =>
    pack(zoo(), [{ name: path, data, ...more }])
const entries = (...all: ZipEntry[]) => zip(all)

describe('H56 packages and uploads that mean harm', () => {
    let instance: DeploymentInstance
    let folder: string
    let server: Server
    let called = 0

    beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), 'hostile-packages-'))
        instance = await startInstance({ data: folder })
        server = createServer((_request, response) => {
            called += 1
            response.end('<!ENTITY x "fetched">')
        })
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    })
    afterAll(async () => {
        await instance.close()
        server.close()
        rmSync(folder, { recursive: true, force: true })
    })

    /** Everything that an upload could have written: each table's content, and the names of files around. */
    const everything = (): Record<string, string> => {
        const database = new Libsql(join(folder, 'instance.db'), { readonly: true })
        try {
            const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
                name: string
            }[]
            const found: Record<string, string> = {}
            for (const { name } of tables) {
                if (TOLD.test(name)) continue
                const rows = database.prepare(`SELECT * FROM "${name}"`).raw().all()
                found[name] =
                    `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`
            }
            return { ...found, files: readdirSync(folder, { recursive: true }).sort().join() }
        } finally {
            database.close()
        }
    }
    /** Uploads what must be refused; answers what the tracker says. */
    const refused = async (archive: Buffer): Promise<string> => {
        const [before, around] = [everything(), readdirSync(process.cwd()).join()]
        const answer = await instance.deploy(archive)
        expect(answer).toMatchObject({ status: 400, progress: '3' })
        expect(everything()).toEqual(before)
        expect(readdirSync(process.cwd()).join()).toBe(around)
        return answer.message
    }

    it('sees what an upload writes', async () => {
        const before = everything()
        instance.host.store.snapshot()
        expect((await instance.deploy(pack(zoo()))).status).toBe(200)
        expect(everything()).not.toEqual(before)
        instance.host.store.restore()
    })

    describe('XML', () => {
        const bomb = Array.from(
            { length: 12 },
            (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`
        ).join('')
        it.each([
            [
                'an element that is not closed',
                role('<record_update>\n<sys_user_role>'),
                'update/role.xml:3: Not well-formed: <sys_user_role> is not closed',
            ],
            ['two roots', role('<record_update/>\n<record_update/>'), 'update/role.xml:3: Not well-formed'],
            [
                'an attribute twice',
                role('<record_update>\n<a x="1" x="2"/></record_update>'),
                'update/role.xml:3: Not well-formed',
            ],
            ['no record', role('<record_update/>'), 'update/role.xml:2: The file has no record'],
            ['another root', role('\n<html/>'), 'update/role.xml:3: <html> is no record update'],
            ['a program', '#!/bin/sh\nexit', 'update/role.xml:1: '],
            [
                'a bomb of entities',
                `<!DOCTYPE b [<!ENTITY l0 "lol">${bomb}]><b>&l12;</b>`,
                `update/role.xml:1: ${DOCTYPE}`,
            ],
            [
                'one long entity many times',
                `<!DOCTYPE b [<!ENTITY a "${'a'.repeat(20_000)}">]><b>${'&a;'.repeat(10_000)}</b>`,
                DOCTYPE,
            ],
            [
                'an entity of a file',
                '<!DOCTYPE b [\n<!ENTITY x SYSTEM "file:///etc/passwd">]><b>&x;</b>',
                `update/role.xml:1: ${DOCTYPE}`,
            ],
            [
                'an entity of a public identifier',
                '<!DOCTYPE b [<!ENTITY x PUBLIC "p" "file:///etc/passwd">]><b>&x;</b>',
                DOCTYPE,
            ],
            [
                'a doctype alone',
                role('<!DOCTYPE record_update>\n<record_update/>'),
                `update/role.xml:2: ${DOCTYPE}`,
            ],
            [
                'a declaration after the root',
                role('<record_update></record_update>\n<!ENTITY x "y">'),
                `update/role.xml:3: ${DOCTYPE}`,
            ],
            [
                'an entity that nobody declared',
                role(
                    '<record_update>\n<sys_user_role action="INSERT_OR_UPDATE"><name>&x;</name></sys_user_role></record_update>'
                ),
                'update/role.xml:3: Unknown entity "&x;"',
            ],
            [
                'an inclusion of a file',
                role(
                    '<record_update xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></record_update>'
                ),
                'update/role.xml:2: <xi:include> has no action',
            ],
            ['nesting without end', role('<a>'.repeat(20_000)), 'update/role.xml:'],
        ])('with %s is refused with file and line, and nothing expands', async (_name, xml, message) => {
            expect(await refused(pack(zoo({ 'update/role.xml': xml })))).toContain(message)
        })

        it.each(['<!ENTITY % x SYSTEM "URL"> %x;', '<!ENTITY x SYSTEM "URL">'])(
            'that names an address is refused without asking it: %s',
            async (declaration) => {
                const { port } = server.address() as AddressInfo
                const xml = `<!DOCTYPE b [${declaration.replace('URL', `http://127.0.0.1:${port}/x.dtd`)}]><b>&x;</b>`
                expect(await refused(pack(zoo({ 'update/role.xml': xml })))).toContain(DOCTYPE)
                expect(called).toBe(0)
            }
        )

        it.each([
            ['UTF-16', Buffer.from('\ufeff<record_update/>', 'utf16le'), 'Not UTF-8'],
            ['Latin-1', Buffer.from('<record_update>\xe9</record_update>', 'latin1'), 'Not UTF-8'],
            ['overlong UTF-8', Buffer.from([0x3c, 0x61, 0x2f, 0x3e, 0xc0, 0xaf]), 'Not UTF-8'],
            ['a lone surrogate', Buffer.from([0x3c, 0xed, 0xa0, 0x80, 0x3e]), 'Not UTF-8'],
            [
                'another encoding than it says',
                Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
                ':1: Encoding "ISO-8859-1" is not supported',
            ],
            [
                'UTF-7',
                Buffer.from('<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-'),
                ':1: Encoding "UTF-7" is not supported',
            ],
            [
                'a control character',
                Buffer.from('<a>\n\u0001</a>'),
                ':2: Not well-formed: a control character',
            ],
        ])('in %s is refused', async (_name, bytes, message) => {
            const inventory = { name: '/update/role.xml', data: bytes }
            const files = Object.entries(zoo()).filter(([path]) => path !== 'update/role.xml')
            const archive = entries(...files.map(([path, data]) => ({ name: `/${path}`, data })), inventory)
            expect(await refused(archive)).toContain(
                `update/role.xml${message.startsWith(':') ? '' : ': '}${message}`
            )
        })

        it.each([
            [
                'an unknown table',
                { 'update/x.xml': record('u_nowhere', 'x', { name: 'x' }) },
                'update/x.xml:3: Unknown table u_nowhere',
            ],
            [
                'a sys_id in two files',
                { 'update/x.xml': record('sys_user_role', 'keeper', { name: 'other' }) },
                `update/x.xml:3: sys_user_role ${id('keeper')} is in update/role.xml, too, with other content`,
            ],
            [
                'a sys_id twice in one file',
                {
                    'update/x.xml': role(
                        `<record_update>\n${['one', 'two'].map((name) => `<sys_properties action="INSERT_OR_UPDATE"><sys_id>${id('p')}</sys_id><name>${name}</name></sys_properties>`).join('\n')}\n</record_update>`
                    ),
                },
                'update/x.xml:4: sys_properties ',
            ],
            [
                'a sys_id that is none',
                { 'update/x.xml': record('sys_properties', 'x', {}).replace(id('x'), "x' OR '1'='1") },
                'update/x.xml:3: sys_id is not 32',
            ],
            [
                'a prototype for a table',
                { 'update/x.xml': record('__proto__', 'x', { name: 'x' }) },
                'update/x.xml:',
            ],
            [
                'a constructor for a column',
                { 'unload/x.xml': record(`${SCOPE}_animal`, 'x', { name: 'x', constructor: 'y' }) },
                'unload/x.xml:8: Not well-formed: ',
            ],
        ])('with %s is refused with file and line', async (_name, changes, message) => {
            expect(await refused(pack(zoo(changes)))).toContain(message)
        })
    })

    describe('archives', () => {
        const bytes = Buffer.from(
            Array.from({ length: 100_000 }, (_, n) => (Math.imul(n, 2_654_435_761) ^ (n * n)) >>> 13)
        )
        const FORBIDDEN = 'forbidden name'
        const NO_ZIP = 'not a zip archive or is damaged'
        it.each<[string, () => Buffer, string]>([
            ['a name that climbs', () => also('../../x.xml', '<a/>'), FORBIDDEN],
            ['a name that climbs within', () => also('/update/../../x.xml', '<a/>'), FORBIDDEN],
            ['an absolute name', () => also('//etc/cron.d/x', '<a/>'), FORBIDDEN],
            ['a drive letter', () => also('C:/x.xml', '<a/>'), FORBIDDEN],
            ['backslashes', () => also('update\\..\\..\\x.xml', '<a/>'), FORBIDDEN],
            ['a share', () => also('\\\\host\\share\\x.xml', '<a/>'), FORBIDDEN],
            ['a stream of a file', () => also('update/x.xml:hidden', '<a/>'), FORBIDDEN],
            ['NUL in a name', () => also('update/x.xml\0.png', '<a/>'), FORBIDDEN],
            [
                'a name of overlong dots',
                () => entries({ name: Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0x2f, 0x78]), data: 'x' }),
                FORBIDDEN,
            ],
            ['a name that never ends', () => also(`update/${'x'.repeat(60_000)}.xml`, '<a/>'), FORBIDDEN],
            [
                'a link',
                () => also('/update/x.xml', '/etc/passwd', { mode: 0o120777 }),
                'update/x.xml: The file is a link',
            ],
            [
                'a device',
                () => also('/update/x.xml', '', { mode: 0o020666 }),
                'update/x.xml: The file is a link or another special file',
            ],
            [
                'a file twice',
                () => also('update/role.xml', '<a/>'),
                'update/role.xml: The package has this file twice',
            ],
            [
                'a bomb by ratio',
                () => also('/update/x.xml', 'a'.repeat(9_000_000)),
                'update/x.xml: The file is packed more than 100 times',
            ],
            [
                'a bomb by size',
                () => also('/update/x.xml', 'a'.repeat(11_000_000)),
                'update/x.xml: The file unpacks to more than',
            ],
            [
                'a bomb of many files',
                () => entries(...Array.from({ length: 5001 }, (_, n) => ({ name: `${n}`, data: '' }))),
                'more than 5000 files',
            ],
            [
                'a bomb of small files',
                () =>
                    entries(
                        ...Array.from({ length: 900 }, (_, n) => ({
                            name: `update/${n}.xml`,
                            data: Buffer.alloc(65_000, 32),
                        }))
                    ),
                'unpacks to more than',
            ],
            [
                'a bomb in a package',
                () => also('/update/x.zip', also('/update/x.xml', 'a'.repeat(9_000_000))),
                'update/x.zip: The file',
            ],
            [
                'files that overlap',
                () =>
                    entries(
                        { name: 'update/0.xml', data: bytes },
                        ...Array.from({ length: 20 }, (_, n) => ({
                            name: `update/${n + 1}.xml`,
                            data: bytes,
                            sameAs: 0,
                        }))
                    ),
                'overlaps another one',
            ],
            [
                'a size that is too small',
                () => also('/update/x.xml', 'a'.repeat(5000), { claimedSize: 10 }),
                'update/x.xml: The file cannot be unpacked',
            ],
            [
                'a size that is too large',
                () => also('/update/x.xml', 'a', { claimedSize: 10_000 }),
                'update/x.xml: The file cannot be unpacked',
            ],
            [
                'an unknown method',
                () => also('/update/x.xml', '<a/>', { method: 99 }),
                'update/x.xml: The file cannot be unpacked',
            ],
            [
                'encryption',
                () => also('/update/x.xml', '<a/>', { encrypted: true }),
                'update/x.xml: The file is encrypted',
            ],
            ['no bytes', () => Buffer.alloc(0), NO_ZIP],
            ['a tar', () => Buffer.alloc(10_240), NO_ZIP],
            ['a gzip', () => Buffer.from('H4sIAAAAAAAAA0vMSQQAr8h2sQMAAAA=', 'base64'), NO_ZIP],
            ['a directory that is cut off', () => pack(zoo()).subarray(0, -30), NO_ZIP],
            ['its second half only', () => pack(zoo()).subarray(1500), NO_ZIP],
            [
                'zeros for data',
                () => Buffer.concat([Buffer.alloc(40), pack(zoo()).subarray(40)]),
                'cannot be unpacked',
            ],
        ])('with %s are refused', async (_name, make, message) => {
            const told = await refused(make())
            expect(told).toMatch(
                message === NO_ZIP ? /not a zip archive or is damaged|cannot be unpacked/ : message
            )
            expect(told.length).toBeLessThan(400)
        })
    })

    describe('uploads', () => {
        const path = '/sn_appclient_upload_processor.do?sysparm_request_type=custom_app'
        const archive = () => new Blob([new Uint8Array(pack(zoo()))])
        const admin = { authorization: basic() }
        const form = (fields: [string, string | Blob][]) => {
            const made = new FormData()
            for (const [name, value] of fields) made.append(name, value)
            return made
        }
        const signedIn = async () => {
            const login = await fetch(`${instance.url}/angular.do?sysparm_type=view_form.login`, {
                method: 'POST',
                body: new URLSearchParams({
                    sysparm_type: 'login',
                    user_name: 'admin',
                    user_password: 'admin',
                }),
            })
            return {
                cookie: login.headers
                    .getSetCookie()
                    .map((line) => line.split(';', 1)[0])
                    .join('; '),
            }
        }
        const MULTIPART = { ...admin, 'content-type': 'multipart/form-data; boundary=b' }

        it.each<[string, number, () => RequestInit]>([
            ['no file', 400, () => ({ headers: admin, body: form([['load_demo', 'false']]) })],
            [
                'two files',
                400,
                () => ({
                    headers: admin,
                    body: form([
                        ['attachFile', archive()],
                        ['attachFile', archive()],
                    ]),
                }),
            ],
            [
                'a file and a text for one',
                400,
                () => ({
                    headers: admin,
                    body: form([
                        ['attachFile', 'x'],
                        ['attachFile', archive()],
                    ]),
                }),
            ],
            ['the file in another field', 400, () => ({ headers: admin, body: form([['file', archive()]]) })],
            ['a text for the file', 400, () => ({ headers: admin, body: form([['attachFile', 'PK']]) })],
            [
                'the file itself',
                400,
                () => ({ headers: { ...admin, 'content-type': 'application/zip' }, body: archive() }),
            ],
            [
                'a form of another kind',
                400,
                () => ({ headers: admin, body: new URLSearchParams({ attachFile: 'PK' }) }),
            ],
            [
                'JSON',
                400,
                () => ({
                    headers: { ...admin, 'content-type': 'application/json' },
                    body: '{"attachFile":"PK"}',
                }),
            ],
            [
                'no boundary',
                400,
                () => ({ headers: { ...admin, 'content-type': 'multipart/form-data' }, body: '--b--' }),
            ],
            [
                'a form that is cut off',
                400,
                () => ({
                    headers: MULTIPART,
                    body: '--b\r\nContent-Disposition: form-data; name="attachFile"; filename="x"\r\n\r\nPK',
                }),
            ],
            ['no sign-in', 401, () => ({ headers: {}, body: form([['attachFile', archive()]]) })],
            [
                'a wrong password',
                401,
                () => ({
                    headers: { authorization: `Basic ${btoa('admin:wrong')}` },
                    body: form([['attachFile', archive()]]),
                }),
            ],
            [
                'somebody with other roles',
                401,
                () => ({
                    headers: { authorization: basic('beth.anglin') },
                    body: form([['attachFile', archive()]]),
                }),
            ],
            [
                'somebody without roles',
                401,
                () => ({
                    headers: { authorization: basic('abel.tuter') },
                    body: form([['attachFile', archive()]]),
                }),
            ],
            [
                'a made-up token',
                401,
                () => ({ headers: { authorization: 'Bearer x' }, body: form([['attachFile', archive()]]) }),
            ],
        ])('with %s are answered %d and write nothing', async (_name, status, make) => {
            const before = everything()
            const response = await fetch(instance.url + path, { method: 'POST', ...make() })
            expect(response.status).toBe(status)
            expect(await response.json()).toMatchObject({ error: { message: expect.any(String) as string } })
            expect(everything()).toEqual(before)
        })

        it.each([
            ['no token', (): [string, string][] => []],
            ['another token', (): [string, string][] => [['sysparm_ck', 'a'.repeat(72)]]],
            ['an empty token', (): [string, string][] => [['sysparm_ck', '']]],
        ])(
            "from another site's page, with the session's cookie and %s, are refused",
            async (_name, fields) => {
                const headers = {
                    ...(await signedIn()),
                    origin: 'https://evil.example',
                    'sec-fetch-site': 'cross-site',
                }
                const before = everything()
                const response = await fetch(instance.url + path, {
                    method: 'POST',
                    headers,
                    body: form([...fields(), ['attachFile', archive()]]),
                })
                expect(response.status).toBe(401)
                expect(response.headers.get('access-control-allow-origin')).toBeNull()
                expect(everything()).toEqual(before)
            }
        )

        it('are no other method, and have a size', async () => {
            const before = everything()
            for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
                expect((await fetch(instance.url + path, { method, headers: admin })).status).toBe(404)
            }
            const large = await fetch(instance.url + path, {
                method: 'POST',
                headers: admin,
                body: Buffer.alloc(51 * 1024 * 1024),
            })
            expect(large.status).toBe(400)
            expect(everything()).toEqual(before)
        })

        it('still take an honest package afterwards', async () => {
            expect(
                (
                    await upload(instance.url, {
                        zip: pack(zoo()),
                        query: 'sysparm_request_type=custom_app',
                        headers: admin,
                    })
                ).status
            ).toBe(200)
            expect(await instance.rows('sys_scope', `scope=${SCOPE}`)).toHaveLength(1)
        })
    })
})
