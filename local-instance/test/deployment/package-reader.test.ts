import { checkInventory } from '../../src/plugins/deployment/package-inventory'
import { readPackage, type PackageLimits } from '../../src/plugins/deployment/package-reader'
import { pack, zoo } from './app'
import { zip } from './zip'

const LIMITS: PackageLimits = { entries: 20, entryBytes: 400_000, totalBytes: 600_000, ratio: 100 }
const read = (archive: Buffer) => readPackage(archive, LIMITS)
/** Text that compresses badly. */
const noise = (length: number) => Array.from({ length }, (_, index) => ((index * 7919) % 95) + 32)

describe('unpacking a package', () => {
    it('strips the leading slash that the SDK writes and sorts the files', async () => {
        const files = await read(
            zip([
                { name: '/update/b.xml', data: '<b/>' },
                { name: 'update/a.xml', data: '<a/>' },
            ])
        )
        expect(files.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
            ['update/a.xml', '<a/>'],
            ['update/b.xml', '<b/>'],
        ])
    })

    it('skips folders', async () => {
        expect(await read(zip([{ name: 'update/', data: '' }]))).toEqual([])
    })

    it.each([
        '../outside.xml',
        'update/../../outside.xml',
        '/update/..',
        '//etc/passwd',
        'update//a.xml',
        './a.xml',
        'C:/windows/a.xml',
        'update\\..\\a.xml',
        'update/a\u0000.xml',
        'update/a\n.xml',
        '/',
    ])('H56 rejects the name %j', async (name) => {
        await expect(read(zip([{ name, data: '<a/>' }]))).rejects.toThrow('invalid name')
    })

    it('rejects a duplicate file, with or without the slash', async () => {
        const archive = zip([
            { name: '/update/a.xml', data: '1' },
            { name: 'update/a.xml', data: '2' },
        ])
        await expect(read(archive)).rejects.toThrow('update/a.xml: Duplicate file in the package')
    })

    it('H56 rejects a decompression bomb by ratio, by file size and by total size', async () => {
        await expect(read(zip([{ name: 'update/a.xml', data: 'a'.repeat(300_000) }]))).rejects.toThrow(
            'exceeds 100'
        )
        await expect(read(zip([{ name: 'update/a.xml', data: 'a'.repeat(400_001) }]))).rejects.toThrow(
            '400000 bytes'
        )
        const three = [1, 2, 3].map((n) => ({
            name: `update/${n}.xml`,
            data: Buffer.from(noise(250_000 + n)),
        }))
        const bytes = Buffer.concat(three.map(({ data }) => data)).length
        expect(bytes).toBeGreaterThan(LIMITS.totalBytes)
        await expect(readPackage(zip(three), { ...LIMITS, ratio: 1e6 })).rejects.toThrow('600000 bytes')
    })

    it('rejects too many files', async () => {
        const many = Array.from({ length: 21 }, (_, index) => ({ name: `update/${index}.xml`, data: '<a/>' }))
        await expect(read(zip(many))).rejects.toThrow('more than 20 files')
    })

    it('rejects a file with a wrong declared length, and an encrypted one', async () => {
        await expect(read(zip([{ name: 'a.xml', data: '<a/>', claimedSize: 3 }]))).rejects.toThrow(
            'cannot be decompressed'
        )
        await expect(read(zip([{ name: 'a.xml', data: '<a/>', encrypted: true }]))).rejects.toThrow(
            'encrypted'
        )
    })

    it('rejects a file with a wrong checksum', async () => {
        const archive = zip([{ name: 'a.xml', data: '<a>one</a>' }])
        const at = archive.indexOf('PK\x01\x02')
        for (const place of [14, at + 16]) archive.writeUInt32LE(archive.readUInt32LE(place) + 1, place)
        await expect(readPackage(archive)).rejects.toThrow('a.xml: The file cannot be decompressed')
    })

    it.each([
        ['nothing', Buffer.alloc(0)],
        ['text', Buffer.from('This is not an archive')],
        ['a truncated archive', pack(zoo()).subarray(0, 900)],
        ['an archive without its beginning', pack(zoo()).subarray(200)],
    ])('rejects %s', async (_, archive) => {
        await expect(readPackage(archive)).rejects.toThrow(/not a valid zip archive|cannot be decompressed/)
    })
})

describe('the inventory of a package', () => {
    it('matches an unmodified package', async () => {
        expect(() => checkInventory([])).not.toThrow()
        const files = await readPackage(pack(zoo()))
        expect(() => checkInventory(files)).not.toThrow()
    })

    it('reports changed, added and missing files', async () => {
        const files = await readPackage(pack(zoo()))
        const changed = files
            .filter(({ path }) => path !== 'update/role.xml')
            .map((file) => (file.path === 'update/acl.xml' ? { ...file, bytes: Buffer.from('<x/>') } : file))
            .concat({ path: 'update/added.xml', bytes: Buffer.from('<x/>') })
        expect(() => checkInventory(changed)).toThrow(
            [
                'update/acl.xml: The checksum of the file does not match the inventory',
                'update/added.xml: The file is not listed in the inventory',
                'update/role.xml: The file is missing',
            ].join('\n')
        )
    })

    it('must be well-formed', () => {
        const bytes = Buffer.from('#build=x\nupdate/a.xml,1234\n')
        expect(() => checkInventory([{ path: 'package_inventory.csv', bytes }])).toThrow(
            'package_inventory.csv:2: Invalid line: expected path;sha256'
        )
    })
})
