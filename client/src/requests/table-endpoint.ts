import { ParameterError } from '../errors'
import type { Field, Query } from './query'
import { encode } from './text'

/** Parameters of a call to the Table API (DOCS c_TableAPI). */
export interface TableOptions<Entity> {
    /** Which records, in which order. */
    query?: Query<Entity>
    /** Columns and dot-walks to answer; all columns unless given. */
    fields?: readonly Field<Entity>[]
    /** Records at most. */
    limit?: number
    /** Records to skip. */
    offset?: number
    /** Values as stored (false, the default), as people read them (true), or both. */
    displayValue?: boolean | 'all'
    /** Leaves out the addresses of references. */
    excludeReferenceLink?: boolean
}

/**
 * Endpoint of a table, or of one of its records, with everything in it escaped.
 *
 * @example
 * tableEndpoint<Incident>('incident', { query: where<Incident>('active', '=', true), fields: ['number'], limit: 10 })
 * @param table name of the table
 * @param sysId of a record; undefined for the list
 * @throws ParameterError for a name that is none, and for a text that was cut inside a character
 */
export function tableEndpoint<Entity = Record<string, unknown>>(
    table: string,
    { sysId, ...options }: TableOptions<Entity> & { sysId?: string } = {}
): string {
    if (!/^[a-z][a-z\d_]*$/.test(table)) throw new ParameterError('table must be the name of a table')
    const { query, fields, limit, offset, displayValue, excludeReferenceLink } = options
    const parameters = Object.entries({
        query: query && String(query),
        fields: fields?.join(','),
        limit,
        offset,
        display_value: displayValue,
        exclude_reference_link: excludeReferenceLink,
    }).flatMap(([name, value]) =>
        value === undefined || value === '' ? [] : [`sysparm_${name}=${encode(name, value)}`]
    )
    const path = `/api/now/table/${table}${sysId === undefined ? '' : `/${encode('sysId', sysId)}`}`
    return parameters.length > 0 ? `${path}?${parameters.join('&')}` : path
}
