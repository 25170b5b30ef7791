import { pack, zoo } from './app'
import { startWatched, type WatchedInstance } from './watched-instance'
import { zip, type ZipEntry } from './zip'

/** The sample app's package with an additional file. */
const also = (path: string, data: string | Buffer, more: Partial<ZipEntry> = {}) =>
    pack(zoo(), [{ name: path, data, ...more }])
const entries = (...all: ZipEntry[]) => zip(all)

describe('H56 malicious archives', () => {
    let instance: WatchedInstance
    beforeAll(async () => {
        instance = await startWatched()
    })
    afterAll(() => instance.close())

    it('detects what an upload writes', async () => {
        const before = instance.everything()
        instance.host.store.snapshot()
        expect((await instance.deploy(pack(zoo()))).status).toBe(200)
        expect(instance.everything()).not.toEqual(before)
        instance.host.store.restore()
    })

    const bytes = Buffer.from(
        Array.from({ length: 100_000 }, (_, n) => (Math.imul(n, 2_654_435_761) ^ (n * n)) >>> 13)
    )
    const FORBIDDEN = 'invalid name'
    const NO_ZIP = 'not a valid zip archive'
    it.each<[string, () => Buffer, string]>([
        ['a path traversal', () => also('../../x.xml', '<a/>'), FORBIDDEN],
        ['a path traversal in the middle', () => also('/update/../../x.xml', '<a/>'), FORBIDDEN],
        ['an absolute name', () => also('//etc/cron.d/x', '<a/>'), FORBIDDEN],
        ['a drive letter', () => also('C:/x.xml', '<a/>'), FORBIDDEN],
        ['backslashes', () => also('update\\..\\..\\x.xml', '<a/>'), FORBIDDEN],
        ['a share', () => also('\\\\host\\share\\x.xml', '<a/>'), FORBIDDEN],
        ['an alternate data stream', () => also('update/x.xml:hidden', '<a/>'), FORBIDDEN],
        ['NUL in a name', () => also('update/x.xml\0.png', '<a/>'), FORBIDDEN],
        [
            'dots in overlong UTF-8',
            () => entries({ name: Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0x2f, 0x78]), data: 'x' }),
            FORBIDDEN,
        ],
        ['an overlong name', () => also(`update/${'x'.repeat(60_000)}.xml`, '<a/>'), FORBIDDEN],
        [
            'a link',
            () => also('/update/x.xml', '/etc/passwd', { mode: 0o120777 }),
            'update/x.xml: The file is a link',
        ],
        [
            'a device',
            () => also('/update/x.xml', '', { mode: 0o020666 }),
            'update/x.xml: The file is a link or a special file',
        ],
        [
            'a duplicate file',
            () => also('update/role.xml', '<a/>'),
            'update/role.xml: Duplicate file in the package',
        ],
        [
            'a bomb by ratio',
            () => also('/update/x.xml', 'a'.repeat(9_000_000)),
            'update/x.xml: The compression ratio of the file exceeds 100',
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
            'overlaps another file in the archive',
        ],
        [
            'a size that is too small',
            () => also('/update/x.xml', 'a'.repeat(5000), { claimedSize: 10 }),
            'update/x.xml: The file cannot be decompressed',
        ],
        [
            'a size that is too large',
            () => also('/update/x.xml', 'a', { claimedSize: 10_000 }),
            'update/x.xml: The file cannot be decompressed',
        ],
        [
            'an unknown method',
            () => also('/update/x.xml', '<a/>', { method: 99 }),
            'update/x.xml: The file cannot be decompressed',
        ],
        [
            'encryption',
            () => also('/update/x.xml', '<a/>', { encrypted: true }),
            'update/x.xml: The file is encrypted',
        ],
        ['no bytes', () => Buffer.alloc(0), NO_ZIP],
        ['a tar', () => Buffer.alloc(10_240), NO_ZIP],
        ['a gzip', () => Buffer.from('H4sIAAAAAAAAA0vMSQQAr8h2sQMAAAA=', 'base64'), NO_ZIP],
        ['a truncated directory', () => pack(zoo()).subarray(0, -30), NO_ZIP],
        ['only its second half', () => pack(zoo()).subarray(1500), NO_ZIP],
        [
            'zeros for data',
            () => Buffer.concat([Buffer.alloc(40), pack(zoo()).subarray(40)]),
            'cannot be decompressed',
        ],
    ])('with %s are rejected', async (_name, make, message) => {
        const told = await instance.refused(make())
        expect(told).toMatch(message === NO_ZIP ? /not a valid zip archive|cannot be decompressed/ : message)
        expect(told.length).toBeLessThan(400)
    })
})
