import { GlideRecord } from '@servicenow/glide'

/** A column that a path such as `connection.oauth_profile` ends at. */
export interface ReachedField {
    /** Table that a reference points to; empty for other columns. */
    reference: string
}

/** Follows a path through references; null where a step does not exist or cannot be followed. Runs no query. */
export function reachField(table: string, path: string): ReachedField | null {
    const [name = '', ...rest] = path.split('.')
    const record = new GlideRecord(table as 'sys_metadata')
    if (!record.isValid()) return null
    record.initialize()
    if (!/^\w+$/.test(name) || !record.isValidField(name)) return null
    const element = record.getElement(name) as unknown as { getReferenceTable?(): unknown } | null
    const reference = String(element?.getReferenceTable?.() ?? '')
    if (rest.length === 0) return { reference }
    return reference === '' ? null : reachField(reference, rest.join('.'))
}
