/** Codes, tokens and verifiers of a run; none of them may be shown. */
export class Secrets {
    readonly #values = new Set<string>()

    constructor(private readonly hide: (secret: string) => void) {}

    /** Keeps a value out of all output from now on. @returns the value */
    add(value: string): string {
        this.#values.add(value)
        this.hide(value)
        return value
    }

    /** A value without any of the secrets in its texts, whatever the instance answered. */
    without<T>(value: T): T {
        let text = JSON.stringify(value)
        for (const secret of this.#values) {
            if (secret !== '') text = text.replaceAll(JSON.stringify(secret).slice(1, -1), '***')
        }
        return JSON.parse(text) as T
    }
}
