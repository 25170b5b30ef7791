import { CheckFailed } from './results'

/** Codes, tokens, verifiers and states of a run; none of them may be shown. */
export class Secrets {
    readonly #values = new Set<string>()

    constructor(private readonly hide: (secret: string) => void) {}

    /** Keeps a value out of all output from now on. */
    add(value: string): string {
        this.#values.add(value)
        this.hide(value)
        return value
    }

    /** The text, after a check that none of the values is in it. @throws CheckFailed */
    checked(text: string): string {
        for (const value of this.#values) {
            if (value.length >= 8 && text.includes(value)) {
                throw new CheckFailed('A secret was about to be shown.')
            }
        }
        return text
    }
}
