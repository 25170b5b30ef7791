/** Markup that is safe to put on a page as it is. Made by {@link html}; by hand only from text of this program. */
export class Html {
    constructor(private readonly markup: string) {}

    toString(): string {
        return this.markup
    }
}

/** What a template may hold: text is escaped, markup stays, lists are joined, nothing is left out. */
export type HtmlValue = Html | string | number | null | undefined | false | HtmlValue[]

const ENTITIES: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
}

/**
 * Template tag for markup: every value is escaped unless it is markup itself. Values belong into text and into quoted
 * attributes; an address from outside must be checked for its scheme before it becomes an `href` or `src`.
 */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
    return new Html(parts.reduce((markup, part, index) => markup + render(values[index - 1]) + part))
}

function render(value: HtmlValue): string {
    if (value instanceof Html) return value.toString()
    if (Array.isArray(value)) return value.map(render).join('')
    if (value === null || value === undefined || value === false) return ''
    return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}
