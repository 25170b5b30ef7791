/** The JSON value of a text as an object; an empty one where the text is no JSON. */
export function readJson(text: unknown): Record<string, unknown> {
    try {
        return Object(JSON.parse(text as string)) as Record<string, unknown>
    } catch {
        return {}
    }
}
