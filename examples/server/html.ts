/** Markup that is safe to insert into a page; only created by {@link html}. */
export class Markup {
    constructor(readonly text: string) {}
}

type Value = Markup | string | number | undefined | Value[]

const ENTITIES: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
}

/** Template tag: escapes every value that is not markup itself. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
    return new Markup(parts.reduce((text, part, index) => text + render(values[index - 1]) + part))
}

function render(value: Value): string {
    if (value === undefined) return ''
    if (Array.isArray(value)) return value.map(render).join('')
    if (value instanceof Markup) return value.text
    return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}
