/** A member of a provider's response, as text. */
export interface Member {
    name: string
    text: string
}

/**
 * Reads the members of a JSON response as the platform's OAuthUtil does: the text of each, whatever its type. Where
 * OAuthUtil throws, at a null or an object without a usable toString(), only that member is skipped.
 *
 * @returns null if the body is not valid JSON
 */
export function answerMembers(body: string): Member[] | null {
    let answer: unknown
    try {
        answer = JSON.parse(body)
    } catch {
        return null
    }
    const members: Member[] = []
    // Like the parent, Object() makes strings and arrays iterable; null yields no members.
    const holder = Object(answer ?? {}) as Record<string, unknown>
    for (const name in holder) {
        const text = textOf(holder[name])
        if (text !== null) members.push({ name, text })
    }
    return members
}

function textOf(value: unknown): string | null {
    try {
        // Throws for null, too.
        return String((value as { toString(): unknown }).toString())
    } catch {
        return null
    }
}
