/**
 * Parses JSON text. Returns undefined for invalid JSON.
 * @param reviver as for `JSON.parse`
 */
export function parseJson(text: unknown, reviver?: (name: string, value: unknown) => unknown): unknown {
    try {
        return JSON.parse(text as string, reviver)
    } catch {
        return undefined
    }
}

/** Parses JSON text as an object. Returns an empty object for invalid JSON. */
export const readJson = (text: unknown): Record<string, unknown> =>
    Object(parseJson(text)) as Record<string, unknown>
