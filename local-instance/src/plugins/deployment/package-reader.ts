import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { packageError } from './package-error'

/** Package limits against decompression bombs. */
export interface PackageLimits {
    entries: number
    /** Unpacked size in bytes of one file, and of all files together. */
    entryBytes: number
    totalBytes: number
    /** Maximum compression ratio, for files above 64 kB. */
    ratio: number
}

const LIMITS: PackageLimits = {
    entries: 5000,
    entryBytes: 10 * 1024 * 1024,
    totalBytes: 50 * 1024 * 1024,
    ratio: 100,
}
const SMALL_BYTES = 64 * 1024
/** Maximum path length; the SDK's paths have about 100 characters. */
const MAX_PATH = 255
/** Minimum overhead of an archive entry: its local header (APPNOTE 4.3.7). */
const HEADER_BYTES = 30
/** File type bits of a Unix mode, and the value of a regular file. */
const FILE_KIND = 0o170000
const REGULAR = 0o100000

/** A file of a package, in memory; nothing is written to disk. */
export interface PackageFile {
    /** Path with `/`, without a leading one. */
    path: string
    bytes: Buffer
}

/**
 * Unpacks a zip in memory.
 *
 * The SDK writes names with a leading slash (`/update/x.xml`), so one slash is stripped. Otherwise absolute
 * names, path traversal (`..`), duplicate and overlong names, control characters (hard case 56) and links are
 * rejected.
 *
 * @throws PackageError if it is not a zip, is damaged or encrypted, contains such a name or exceeds a limit.
 */
export async function readPackage(zip: Buffer, limits: PackageLimits = LIMITS): Promise<PackageFile[]> {
    const archive = await open(zip)
    try {
        if (archive.entryCount > limits.entries) {
            throw packageError('', 0, `The package contains more than ${limits.entries} files`)
        }
        const files = new Map<string, PackageFile>()
        let [total, packed] = [0, 0]
        for await (const entry of archive.eachEntry()) {
            const path = pathOf(entry)
            if (path.endsWith('/')) continue
            if (files.has(path)) throw packageError(path, 0, 'Duplicate file in the package')
            check(entry, path, limits)
            total += entry.uncompressedSize
            packed += entry.compressedSize + HEADER_BYTES
            if (packed > zip.length)
                throw packageError(path, 0, 'The file overlaps another file in the archive')
            if (total > limits.totalBytes) {
                throw packageError('', 0, `The package unpacks to more than ${limits.totalBytes} bytes`)
            }
            files.set(path, { path, bytes: await read(archive, entry, path) })
        }
        return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    } catch (error) {
        if (error instanceof Error && error.name === 'PackageError') throw error
        throw damaged()
    } finally {
        archive.close()
    }
}

async function open(zip: Buffer): Promise<ZipFile> {
    try {
        // Names stay raw: the library would reject the SDK's leading slash.
        return await fromBufferPromise(zip, { lazyEntries: true, decodeStrings: false })
    } catch {
        throw damaged()
    }
}

function damaged() {
    return packageError('', 0, 'The uploaded file is not a valid zip archive')
}

function pathOf(entry: Entry): string {
    const name = (entry.fileName as unknown as Buffer).toString('utf8')
    const path = name.startsWith('/') ? name.slice(1) : name
    const safe =
        path !== '' &&
        path.length <= MAX_PATH &&
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        !/[\u0000-\u001f\u007f\\:\ufffd]/.test(path) &&
        path
            .replace(/\/$/, '')
            .split('/')
            .every((part) => part !== '' && part !== '.' && part !== '..')
    if (!safe) {
        const shown = JSON.stringify(name.slice(0, 100))
        throw packageError('', 0, `The package contains a file with an invalid name: ${shown}`)
    }
    return path
}

function check(entry: Entry, path: string, limits: PackageLimits): void {
    // Archives created on Unix hold the file type in the high bytes; 0 means unknown.
    const kind = (entry.externalFileAttributes >>> 16) & FILE_KIND
    if (kind !== 0 && kind !== REGULAR) throw packageError(path, 0, 'The file is a link or a special file')
    if (entry.isEncrypted()) throw packageError(path, 0, 'The file is encrypted')
    if (entry.uncompressedSize > limits.entryBytes) {
        throw packageError(path, 0, `The file unpacks to more than ${limits.entryBytes} bytes`)
    }
    if (
        entry.uncompressedSize > SMALL_BYTES &&
        entry.uncompressedSize > limits.ratio * Math.max(entry.compressedSize, 1)
    ) {
        throw packageError(path, 0, `The compression ratio of the file exceeds ${limits.ratio}`)
    }
}

async function read(archive: ZipFile, entry: Entry, path: string): Promise<Buffer> {
    try {
        // The library fails a stream whose size differs from the declared size checked above.
        const stream = await archive.openReadStreamPromise(entry)
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        const bytes = Buffer.concat(chunks)
        // The library compares sizes only.
        if (crc32(bytes) === entry.crc32) return bytes
    } catch {
        // Reported below.
    }
    throw packageError(path, 0, 'The file cannot be decompressed')
}
