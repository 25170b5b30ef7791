import { encodeBase64 } from './base64'
import { readBytes } from './glide-scriptable-input-stream'
import { sha256 } from './sha256'
import { encodeUtf8 } from './utf8'
import { toText } from '../values'

/** SHA-256 digests (c_GlideDigestScopedAPI). */
export class GlideDigest {
    getSHA256Base64(source: unknown): string {
        return encodeBase64(sha256(encodeUtf8(toText(source))))
    }

    getSHA256Base64FromInputStream(inputStream: unknown): string {
        return encodeBase64(sha256(readBytes(inputStream)))
    }

    getSHA256Hex(source: unknown): string {
        return hex(sha256(encodeUtf8(toText(source))))
    }

    getSHA256HexFromInputStream(inputStream: unknown): string {
        return hex(sha256(readBytes(inputStream)))
    }
}

function hex(bytes: number[]): string {
    return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
