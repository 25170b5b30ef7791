import { GlideRecord } from '@servicenow/glide'

/** The column at the end of a path such as `connection.oauth_profile`. */
export interface ReachedField {
    /** Referenced table; empty if the column is not a reference. */
    reference: string
    /** Internal type, such as `integer`; empty if the platform does not return it. */
    type: string
}

/** The part of a GlideElement that describes its column. */
interface Described {
    getReferenceTable?(): unknown
    getED?(): { getInternalType(): unknown } | null
}

/** Dot-walks a path through references; null if a step does not exist or is not a reference. Runs no query. */
export function reachField(table: string, path: string): ReachedField | null {
    const [name = '', ...rest] = path.split('.')
    const record = new GlideRecord(table as 'sys_metadata')
    if (!record.isValid()) return null
    record.initialize()
    if (!/^\w+$/.test(name) || !record.isValidField(name)) return null
    const element = record.getElement(name) as unknown as Described | null
    const reference = String(element?.getReferenceTable?.() ?? '')
    if (rest.length === 0) return { reference, type: String(element?.getED?.()?.getInternalType() ?? '') }
    return reference === '' ? null : reachField(reference, rest.join('.'))
}
