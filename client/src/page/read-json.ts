/**
 * The JSON value of a text; undefined where the text is no JSON.
 * @param reviver as for `JSON.parse`
 */
export function parseJson(text: unknown, reviver?: (name: string, value: unknown) => unknown): unknown {
    try {
        return JSON.parse(text as string, reviver)
    } catch {
        return undefined
    }
}

/** The JSON value of a text as an object; an empty one where the text is no JSON. */
export const readJson = (text: unknown): Record<string, unknown> =>
    Object(parseJson(text)) as Record<string, unknown>
