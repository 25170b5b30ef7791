/** A member of a provider's answer, as text. */
export interface Member {
    name: string
    text: string
}

/**
 * Takes the members of a JSON answer as the platform's OAuthUtil takes them over: each one's text, whatever its type.
 * Where that one fails, at a null or at an object without a usable toString(), the member alone is left out.
 *
 * @returns null where the body is no JSON
 */
export function answerMembers(body: string): Member[] | null {
    let answer: unknown
    try {
        answer = JSON.parse(body)
    } catch {
        return null
    }
    const members: Member[] = []
    // Object() lets a text or an array be walked through as the parent does, and nothing for null.
    const holder = Object(answer ?? {}) as Record<string, unknown>
    for (const name in holder) {
        const text = textOf(holder[name])
        if (text !== null) members.push({ name, text })
    }
    return members
}

function textOf(value: unknown): string | null {
    if (value === null || value === undefined) return null
    try {
        return String((value as { toString(): unknown }).toString())
    } catch {
        return null
    }
}
