/**
 * Markup that is safe to insert into a page unescaped. Created by {@link html}; create it directly only from
 * this program's own text.
 */
export class Html {
    constructor(private readonly markup: string) {}

    toString(): string {
        return this.markup
    }
}

/**
 * Values of a template: text is escaped, markup is inserted as is, lists are joined, null and undefined are
 * omitted.
 */
export type HtmlValue = Html | string | number | null | undefined | false | HtmlValue[]

const ENTITIES: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
}

/**
 * Template tag for markup: every value is escaped unless it is markup itself. Use values only in text and
 * quoted attributes; check the scheme of an external URL before using it as `href` or `src`.
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
