import { ParameterError } from '../errors'
import type { Field, Query } from './query'
import { encode } from './text'

/** Parameters of a call to the Table API (ServiceNow documentation, c_TableAPI). */
export interface TableOptions<Entity> {
    /** Filter and order. */
    query?: Query<Entity>
    /** Columns and dot-walks to return; default: all columns. */
    fields?: readonly Field<Entity>[]
    /** Maximum number of records. */
    limit?: number
    /** Number of records to skip. */
    offset?: number
    /** Database values (false, the default), display values (true), or both. */
    displayValue?: boolean | 'all'
    /** Omits the links of references. */
    excludeReferenceLink?: boolean
}

/**
 * Endpoint of a table or of one of its records, with all values encoded.
 *
 * @example
 * tableEndpoint<Incident>('incident', { query: where<Incident>('active', '=', true), fields: ['number'], limit: 10 })
 * @param table name of the table
 * @param sysId `sys_id` of a record; undefined for the list
 * @throws ParameterError for an invalid table name, and for a string with an unpaired surrogate
 */
export function tableEndpoint<Entity = Record<string, unknown>>(
    table: string,
    { sysId, ...options }: TableOptions<Entity> & { sysId?: string } = {}
): string {
    if (!/^[a-z][a-z\d_]*$/.test(table)) throw new ParameterError('table must be a table name')
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
