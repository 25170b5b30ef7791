import { familyOf } from '../../core/store/column-types'
import type { Row, Table } from '../../core/store/types'

/** A record as an update file. Secrets are omitted: their elements are empty. */
export function toRecordXml({ table, row, action }: { table: Table; row: Row; action: string }): string {
    const fields = [...table.columns.values()].map(({ name, type }) => {
        const value = familyOf(type) === 'secret' ? '' : toXmlValue(type, row[name] ?? '')
        return value === '' ? `<${name}/>` : `<${name}>${escapeXml(value)}</${name}>`
    })
    return (
        `<?xml version="1.0" encoding="UTF-8"?><record_update table="${table.name}">` +
        `<${table.name} action="${action}">${fields.join('')}</${table.name}></record_update>`
    )
}

function toXmlValue(type: string, value: string): string {
    return familyOf(type) === 'boolean' ? String(value === '1') : value
}

/** Escapes text for an element or an attribute. */
export function escapeXml(text: string): string {
    return (
        text
            // eslint-disable-next-line no-control-regex -- XML 1.0 §2.2 forbids them
            .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            .replaceAll('"', '&quot;')
    )
}
