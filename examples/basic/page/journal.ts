/** One comment of an incident. */
export interface Comment {
    /** Author and time, as displayed by the instance. */
    head: string
    text: string
}

/** `2026-11-22 13:00:00 - Beth Anglin (Additional comments)` on a line of its own starts an entry. */
const HEAD = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) - (.+?)(?: \([^()]*\))?$/

/**
 * Parses the display value of a journal column into its entries, latest first, in the platform's order.
 */
export function readJournal(text: string): Comment[] {
    const comments: Comment[] = []
    for (const line of text.split('\n')) {
        const [, time, author] = HEAD.exec(line) ?? []
        if (time && author) comments.push({ head: `${author}, ${time}`, text: '' })
        else if (comments.length > 0) (comments.at(-1) as Comment).text += `${line}\n`
    }
    return comments.map(({ head, text: body }) => ({ head, text: body.trim() }))
}
