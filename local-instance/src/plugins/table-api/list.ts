import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { parseEncodedQuery } from '../../core/store/encoded-query'
import { StoreError, type QueryOptions, type Row, type Table } from '../../core/store/types'
import type { Access } from './access'
import { noQueryRight } from './failure'
import type { TableParameters } from './parameters'
import { evaluateQueryFunction } from './query-functions'

/** A page of a list. */
export interface Page {
    /** Rows that the caller may read; the limit also counts the others (DOCS c_TableAPI sysparm_limit). */
    rows: Row[]
    /** Number of rows that match the query, readable or not; undefined if not requested. */
    total: number | undefined
}

/** The caller and the requested records. */
export interface Asked {
    user: Principal
    access: Access
    table: Table
    parameters: TableParameters
}

/**
 * The query from `sysparm_query` or name-value pairs.
 *
 * @throws TableApiError 403 for a query by fields that the caller may not read
 */
export function queryOptions(
    { store, clock }: Host,
    { user, access, table, parameters }: Asked
): QueryOptions {
    const query = parameters.query ?? nameValueQuery(table, parameters.others)
    if (!access.query(table, query)) throw noQueryRight()
    const strict = store.property('glide.invalid_query.returns_no_rows') === 'true'
    return {
        query,
        userId: user.userId,
        evaluate: (expression) => evaluateQueryFunction(expression, { user, now: clock.now() }),
        unknownField: strict ? 'refuse' : 'ignore',
    }
}

/**
 * Reads a page: only its rows are fetched; the total is counted separately.
 *
 * @throws TableApiError 403 for a query by fields that the caller may not read; StoreError `invalid_query`.
 */
export function readPage(host: Host, asked: Asked): Page {
    const { store } = host
    const { access, table, parameters } = asked
    const options = queryOptions(host, asked)
    const { query = '' } = options
    const strict = options.unknownField === 'refuse'
    const { limit, offset, noCount } = parameters
    try {
        const found = store.query(table.name, { ...options, limit, offset })
        const isLastPage = found.length < limit && (found.length > 0 || offset === 0)
        const count = () => (isLastPage ? offset + found.length : store.count(table.name, options))
        return {
            rows: found.filter((row) => access.record('read', table, row)),
            total: noCount ? undefined : count(),
        }
    } catch (error) {
        const isUnknown =
            error instanceof StoreError &&
            (error.code === 'unknown_field' || parseEncodedQuery(query).malformed.length > 0)
        if (strict && isUnknown) return { rows: [], total: noCount ? undefined : 0 }
        throw error
    }
}

/**
 * `active=true&caller_id=Abel Tuter` as an encoded query; labels and display names are accepted as values
 * (DOCS c_TableAPI).
 */
function nameValueQuery(table: Table, pairs: [name: string, value: string][]): string {
    return pairs
        .filter(([name]) => table.columns.has(name.split('.', 1)[0] ?? ''))
        .map(([name, value]) => {
            const column = table.columns.get(name)
            const escaped = value.replaceAll('^', '^^')
            const choice = Object.entries(column?.choices ?? {}).find(
                ([, label]) => label.toLowerCase() === value.toLowerCase()
            )
            return `${name}=${choice ? choice[0] : escaped}`
        })
        .join('^')
}
