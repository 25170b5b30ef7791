import { GlideRecord } from '@servicenow/glide'

/** A column that a path such as `connection.oauth_profile` ends at. */
export interface ReachedField {
    /** Table that a reference points to; empty for other columns. */
    reference: string
    /** Internal type, such as `integer`; empty where the platform does not tell it. */
    type: string
}

/** A GlideElement as far as it describes its column. */
interface Described {
    getReferenceTable?(): unknown
    getED?(): { getInternalType(): unknown } | null
}

/** Follows a path through references; null where a step does not exist or cannot be followed. Runs no query. */
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
