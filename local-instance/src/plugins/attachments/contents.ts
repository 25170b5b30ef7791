import { gunzipSync, gzipSync } from 'node:zlib'
import type { Store } from '../../core/store/types'

/** Number of bytes of a compressed file per row of `sys_attachment_doc`. */
export const CHUNK_BYTES = 700_000

/** Compresses a file for storage. */
export const pack = (content: Buffer): Buffer => gzipSync(content)

/** Stores a compressed file in Base64 rows. */
export function writeContent(store: Store, sysId: string, packed: Buffer): void {
    for (let position = 0; position * CHUNK_BYTES < packed.length; position++) {
        const chunk = packed.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES)
        store.insert('sys_attachment_doc', {
            sys_attachment: sysId,
            position: String(position),
            data: chunk.toString('base64'),
        })
    }
}

/** The original file of an attachment; undefined if none is stored or it cannot be decompressed. */
export function readContent(store: Store, sysId: string): Buffer | undefined {
    const query = `sys_attachment=${sysId}^ORDERBYposition`
    const chunks = store.query('sys_attachment_doc', { query, columns: ['data'] })
    if (chunks.length === 0) return undefined
    try {
        return gunzipSync(Buffer.concat(chunks.map(({ data }) => Buffer.from(data ?? '', 'base64'))))
    } catch {
        return undefined
    }
}
