import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { id, pack, record, SCOPE, zoo } from './app'
import { startWatched, type WatchedInstance } from './watched-instance'
import { zip } from './zip'

const role = (text: string) => `<?xml version="1.0"?>\n${text}`
const DOCTYPE = 'Document type declarations are not allowed'

describe('H56 malicious XML', () => {
    let instance: WatchedInstance
    let server: Server
    let called = 0

    beforeAll(async () => {
        instance = await startWatched()
        server = createServer((_request, response) => {
            called += 1
            response.end('<!ENTITY x "fetched">')
        })
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    })
    afterAll(async () => {
        await instance.close()
        server.close()
    })

    const bomb = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
        ''
    )
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
        ['no record', role('<record_update/>'), 'update/role.xml:2: The file contains no record'],
        ['another root', role('\n<html/>'), 'update/role.xml:3: Unexpected root element <html>'],
        ['a program', '#!/bin/sh\nexit', 'update/role.xml:2: Not well-formed'],
        [
            'an entity bomb',
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
            'an undeclared entity',
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
            'update/role.xml:2: <xi:include> has no action attribute',
        ],
        ['excessive nesting', role('<a>'.repeat(20_000)), 'update/role.xml:'],
    ])('with %s is rejected with file and line, and nothing expands', async (_name, xml, message) => {
        expect(await instance.refused(pack(zoo({ 'update/role.xml': xml })))).toContain(message)
    })

    it.each(['<!ENTITY % x SYSTEM "URL"> %x;', '<!ENTITY x SYSTEM "URL">'])(
        'with an external URL is rejected without a request: %s',
        async (declaration) => {
            const { port } = server.address() as AddressInfo
            const xml = `<!DOCTYPE b [${declaration.replace('URL', `http://127.0.0.1:${port}/x.dtd`)}]><b>&x;</b>`
            expect(await instance.refused(pack(zoo({ 'update/role.xml': xml })))).toContain(DOCTYPE)
            expect(called).toBe(0)
        }
    )

    it.each([
        ['UTF-16', Buffer.from('\ufeff<record_update/>', 'utf16le'), 'Not UTF-8'],
        ['Latin-1', Buffer.from('<record_update>\xe9</record_update>', 'latin1'), 'Not UTF-8'],
        ['overlong UTF-8', Buffer.from([0x3c, 0x61, 0x2f, 0x3e, 0xc0, 0xaf]), 'Not UTF-8'],
        ['a lone surrogate', Buffer.from([0x3c, 0xed, 0xa0, 0x80, 0x3e]), 'Not UTF-8'],
        [
            'another encoding than declared',
            Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
            ':1: Encoding "ISO-8859-1" is not supported',
        ],
        [
            'UTF-7',
            Buffer.from('<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-'),
            ':1: Encoding "UTF-7" is not supported',
        ],
        ['a control character', Buffer.from('<a>\n\u0001</a>'), ':2: Not well-formed: control character'],
    ])('in %s is rejected', async (_name, bytes, message) => {
        const inventory = { name: '/update/role.xml', data: bytes }
        const files = Object.entries(zoo()).filter(([path]) => path !== 'update/role.xml')
        const archive = zip([...files.map(([path, data]) => ({ name: `/${path}`, data })), inventory])
        expect(await instance.refused(archive)).toContain(
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
            `update/x.xml:3: sys_user_role ${id('keeper')} is also in update/role.xml, with different content`,
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
            'an invalid sys_id',
            { 'update/x.xml': record('sys_properties', 'x', {}).replace(id('x'), "x' OR '1'='1") },
            'update/x.xml:3: sys_id must be 32',
        ],
        [
            'a prototype property as table',
            { 'update/x.xml': record('__proto__', 'x', { name: 'x' }) },
            'update/x.xml:',
        ],
        [
            'constructor as column',
            { 'unload/x.xml': record(`${SCOPE}_animal`, 'x', { name: 'x', constructor: 'y' }) },
            `unload/x.xml:3: Table ${SCOPE}_animal has no column constructor`,
        ],
    ])('with %s is rejected with file and line', async (_name, changes, message) => {
        expect(await instance.refused(pack(zoo(changes)))).toContain(message)
    })
})
