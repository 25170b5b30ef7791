import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive. */
export interface ZipEntry {
    name: string | Buffer
    data: string | Buffer
    /** Declares a length above the actual one. */
    claimedSize?: number
    /** Marks the file as encrypted. */
    encrypted?: boolean
    /** Unix mode with the file type, such as 0o120777 of a link. */
    mode?: number
    /** Declared compression method; default 8, deflate. */
    method?: number
    /** Shares the data of the entry with this index instead of having its own. */
    sameAs?: number
}

/** Writes a zip archive (APPNOTE 6.3), packed, as `now-sdk pack` does. */
export function zip(entries: ZipEntry[]): Buffer {
    const parts: Buffer[] = []
    const directory: Buffer[] = []
    const offsets: number[] = []
    let offset = 0
    for (const { name, data, claimedSize, encrypted, mode = 0, method = 8, sameAs } of entries) {
        const bytes = Buffer.from(data)
        const packed = deflateRawSync(bytes)
        const path = Buffer.from(name as string, 'utf8')
        const common = Buffer.alloc(26)
        common.writeUInt16LE(20, 0)
        common.writeUInt16LE(encrypted ? 0x801 : 0x800, 2)
        common.writeUInt16LE(method, 4)
        common.writeUInt32LE(crc32(bytes), 10)
        common.writeUInt32LE(packed.length, 14)
        common.writeUInt32LE(claimedSize ?? bytes.length, 18)
        common.writeUInt16LE(path.length, 22)
        const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed])
        const place = Buffer.alloc(14)
        place.writeUInt32LE((mode << 16) >>> 0, 6)
        place.writeUInt32LE(sameAs === undefined ? offset : (offsets[sameAs] ?? 0), 10)
        directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, place, path]))
        offsets.push(offset)
        if (sameAs !== undefined) continue
        parts.push(local)
        offset += local.length
    }
    const central = Buffer.concat(directory)
    const end = Buffer.alloc(18)
    end.writeUInt16LE(entries.length, 4)
    end.writeUInt16LE(entries.length, 6)
    end.writeUInt32LE(central.length, 8)
    end.writeUInt32LE(offset, 12)
    return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end])
}
