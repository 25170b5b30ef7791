import { GlideRecord } from '@servicenow/glide'
import { refreshError } from './refresh-error'
import { reachField } from './rule-check/field-path'

/** Identifies a token: a record of any table and an `oauth_entity_profile`. */
export interface TokenKey {
    /** Table of the record, which is also the context that its token is stored under (KB1437067). */
    table: string
    /** sys_id of the record. */
    requestor: string
    /** sys_id of the profile. */
    profile: string
}

/** Key of a token in maps and claims. A sys_id is unique across tables, so the table of the record is not part of it. */
export function tokenKey({ requestor, profile }: { requestor: string; profile: string }): string {
    return `${requestor}:${profile}`
}

/** The part of a GlideRecord of any table that is used. */
export interface AnyRecord {
    getTableName(): unknown
    getUniqueValue(): unknown
    isNewRecord?(): unknown
    isValidField(name: string): boolean
    getElement(path: string): unknown
}

const SYS_ID = /^[0-9a-f]{32}$/i

/**
 * Identifies the token that a caller means.
 *
 * @param profile a field of the record that references the profile, dot-walked if needed (`connection.oauth_profile`), or
 *   a profile's sys_id
 * @returns with an empty profile if the field is empty
 * @throws RefreshError `invalid_record`, `invalid_profile`
 */
export function tokenKeyOf(record: unknown, profile: unknown): TokenKey {
    const given = record as AnyRecord | null | undefined
    const requestor = typeof given?.getUniqueValue === 'function' ? String(given.getUniqueValue() ?? '') : ''
    if (!given || !SYS_ID.test(requestor) || given.isNewRecord?.() === true)
        throw refreshError(
            'invalid_record',
            'The first argument must be a GlideRecord positioned on an existing record'
        )
    const named = String(profile ?? '')
    const table = String(given.getTableName() ?? '')
    if (SYS_ID.test(named)) return { table, requestor, profile: named }
    return { table, requestor, profile: readField(given, { table, path: named }) }
}

function readField(record: AnyRecord, { table, path }: { table: string; path: string }): string {
    if (!/^\w+(\.\w+)*$/.test(path) || !isReached(record, { table, path })) {
        const hint =
            'The second argument must be a field that references an OAuth profile, or the sys_id of a profile'
        throw refreshError('invalid_profile', `${hint}; ${table} has no such field`)
    }
    return String(record.getElement(path) ?? '')
}

function isReached(record: AnyRecord, { table, path }: { table: string; path: string }): boolean {
    return path.includes('.') ? reachField(table, path) !== null : record.isValidField(path)
}

/** Whether the record that owns a token still exists and can be read. One statement. */
export function requestorExists({ table, requestor }: Pick<TokenKey, 'table' | 'requestor'>): boolean {
    try {
        return new GlideRecord(table as 'sys_metadata').get(requestor)
    } catch {
        return false
    }
}
