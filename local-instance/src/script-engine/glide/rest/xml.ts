import { GlideStringUtil } from '../system/glide-string-util'
import { toText } from '../values'

/** A value in the platform's XML format: members as elements, lists as repeated elements. */
export function toXml(value: Record<string, unknown>): string {
    return `<?xml version="1.0" encoding="UTF-8"?><response>${members(value)}</response>`
}

function members(value: object): string {
    return Object.entries(value)
        .map(([name, member]) => element(name, member))
        .join('')
}

function element(name: string, value: unknown): string {
    if (Array.isArray(value)) return value.map((item) => element(name, item)).join('')
    const tag = name.replace(/[^\w.-]/g, '_').replace(/^(?=[^A-Za-z_])/, '_')
    if (value === null || value === undefined) return `<${tag}/>`
    const inner = typeof value === 'object' ? members(value) : GlideStringUtil.escapeHTML(toText(value))
    return `<${tag}>${inner}</${tag}>`
}
