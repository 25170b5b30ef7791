import { readText } from './glide-scriptable-input-stream'

/** Reads a stream line by line (c_GlideTextReaderScopedAPI). */
export class GlideTextReader {
    #rest: string | null

    constructor(inputStream: unknown) {
        const text = readText(inputStream)
        this.#rest = text === '' ? null : text
    }

    getEncoding(): string {
        return 'UTF-8'
    }

    /** The next line without its line break; null at the end. */
    readLine(): string | null {
        if (this.#rest === null) return null
        const found = /\r\n|\r|\n/.exec(this.#rest)
        const line = found ? this.#rest.slice(0, found.index) : this.#rest
        const rest = found ? this.#rest.slice(found.index + found[0].length) : ''
        this.#rest = rest === '' ? null : rest
        return line
    }
}
