// @ts-check

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
/** 1 January 1980, 0:00, the earliest time that an archive can state (APPNOTE 6.3.10, 4.4.6). */
const EARLIEST = 0x00210000

/**
 * A zip archive in which every entry has the same time, so that the same files make the same archive.
 * @param {Buffer} archive
 * @throws Error if it is not an archive of the form that the SDK writes
 */
export function withoutTimes(archive) {
    const zip = Buffer.from(archive)
    const end = zip.length - 22
    if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('This is not a zip archive.')
    const entries = zip.readUInt16LE(end + 10)
    let at = zip.readUInt32LE(end + 16)
    for (let entry = 0; entry < entries; entry++) {
        if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`There is no entry at ${at}.`)
        zip.writeUInt32LE(EARLIEST, at + 12)
        zip.writeUInt32LE(EARLIEST, zip.readUInt32LE(at + 42) + 10)
        at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return zip
}
