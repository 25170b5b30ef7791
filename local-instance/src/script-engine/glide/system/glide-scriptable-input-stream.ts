import { decodeUtf8 } from './utf8'

/** A stream that scripts can only pass to an API that reads it (c_GlideScriptableInpStrmScopedAPI). */
export class GlideScriptableInputStream {
    #bytes: ArrayLike<number>

    /** @internal Created by the APIs that return streams. */
    constructor(bytes: ArrayLike<number>) {
        this.#bytes = bytes
    }

    /** The unread bytes. */
    static drain(stream: GlideScriptableInputStream): ArrayLike<number> {
        const bytes = stream.#bytes
        stream.#bytes = []
        return bytes
    }
}

const { drain } = GlideScriptableInputStream
// Scripts can reach the class through a stream's constructor, but can read streams only by the documented
// APIs.
Reflect.deleteProperty(GlideScriptableInputStream, 'drain')

/**
 * Reads a stream to its end.
 *
 * @throws TypeError for anything that is not a stream.
 */
export function readBytes(stream: unknown): ArrayLike<number> {
    if (!(stream instanceof GlideScriptableInputStream)) throw new TypeError('Not an input stream')
    return drain(stream)
}

/** Reads a stream to its end as text in UTF-8. */
export function readText(stream: unknown): string {
    return decodeUtf8(readBytes(stream))
}
