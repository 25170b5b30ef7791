import type { Row, Store } from '../../core/store/types'

/** Values for the `${…}` placeholders of a notification. */
export interface MessageContext {
    store: Store
    /** The record that the event is about; undefined if there is none. */
    record: { table: string; row: Row } | undefined
    event: { name: string; parm1: string; parm2: string }
    /** The instance's address, without a trailing slash. */
    url: string
}

/** Kinds of text a message is made of. */
export type MessageFormat = 'html' | 'text'

/**
 * Expands `${field}`, `${reference.field}`, `${event.parm1}`, `${event.parm2}`, `${URI}` and `${URI_REF}`.
 * Values are escaped in HTML, so they cannot inject markup. Placeholders that name no column are kept, so
 * that the author notices them.
 */
export function fillMessage(template: string, context: MessageContext, format: MessageFormat): string {
    return template.replace(/\$\{([^{}]{1,255})\}/g, (whole, expression: string) => {
        const name = expression.trim()
        const link = linkOf(name, context, format)
        if (link !== undefined) return link
        const value = valueOf(name, context)
        if (value === undefined) return whole
        return format === 'html' ? escapeHtml(value).replaceAll('\n', '<br/>') : value
    })
}

function valueOf(name: string, { store, record, event }: MessageContext): string | undefined {
    if (name === 'event.name') return event.name
    if (name === 'event.parm1') return event.parm1
    if (name === 'event.parm2') return event.parm2
    if (!record) return undefined
    const path = name.replace(/^current\./, '')
    const [first = ''] = path.split('.')
    if (!store.dictionary.table(record.table)?.columns.has(first)) return undefined
    return store.dotWalk(record.table, record.row, path, true) ?? ''
}

function linkOf(
    name: string,
    { store, record, url }: MessageContext,
    format: MessageFormat
): string | undefined {
    if (name !== 'URI' && name !== 'URI_REF') return undefined
    if (!record) return ''
    const address = `${url}/nav_to.do?uri=${record.table}.do%3Fsys_id%3D${record.row['sys_id'] ?? ''}`
    if (format === 'text') return address
    const display = store.dictionary.table(record.table)?.displayColumn
    const label = (name === 'URI_REF' && display && record.row[display]) || 'LINK'
    return `<a href="${escapeHtml(address)}">${escapeHtml(label)}</a>`
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
}
