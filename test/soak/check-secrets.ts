/** Minimum length of a token, code, verifier or password here. */
const SHORTEST = 32
const RUN = new RegExp(`[A-Za-z0-9_-]{${SHORTEST},}`, 'g')

/** Number of secrets that occur in a text. */
export function countSecrets(text: string, secrets: ReadonlySet<string>): number {
    const lengths = [...new Set([...secrets].map(({ length }) => length))].filter((one) => one >= SHORTEST)
    const found = new Set<string>()
    for (const [run] of text.matchAll(RUN)) {
        for (const length of lengths) {
            for (let start = 0; start + length <= run.length; start++) {
                const part = run.slice(start, start + length)
                if (secrets.has(part)) found.add(part)
            }
        }
    }
    return found.size
}
