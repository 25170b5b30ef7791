import { parseParameters } from '../../core/rest/parameters'

/** Default number of rows of a list (DOCS c_TableAPI). */
const DEFAULT_LIMIT = 10_000

/** How values are returned: stored values, display values, or both. */
export type DisplayValue = 'true' | 'false' | 'all'

/**
 * The `sysparm_…` parameters of a request to the Table API. Parameters that are accepted without effect are
 * not included.
 */
export interface TableParameters {
    query: string | undefined
    /** Columns and dot-walks; undefined for all columns. */
    fields: string[] | undefined
    limit: number
    offset: number
    displayValue: DisplayValue
    excludeReferenceLink: boolean
    inputDisplayValue: boolean
    noCount: boolean
    suppressPaginationHeader: boolean
    /** Parameters that the platform does not define: name-value pairs to filter by. */
    others: [name: string, value: string][]
}

/** Reads the query string; invalid values are ignored. */
export function readParameters(url: string, defaultLimit = DEFAULT_LIMIT): TableParameters {
    const at = url.indexOf('?')
    const all = parseParameters(at < 0 ? '' : url.slice(at + 1))
    const get = (name: string): string | undefined => all[`sysparm_${name}`]?.[0]
    const isTrue = (name: string): boolean => get(name)?.toLowerCase() === 'true'
    const displayValue = get('display_value')?.toLowerCase()
    const fields = get('fields')
        ?.split(',')
        .map((field) => field.trim())
        .filter((field) => field !== '')
    return {
        query: get('query'),
        fields: fields && fields.length > 0 ? [...new Set(fields)] : undefined,
        limit: wholeNumber(get('limit')) ?? defaultLimit,
        offset: wholeNumber(get('offset')) ?? 0,
        displayValue: displayValue === 'true' || displayValue === 'all' ? displayValue : 'false',
        excludeReferenceLink: isTrue('exclude_reference_link'),
        inputDisplayValue: isTrue('input_display_value'),
        noCount: isTrue('no_count'),
        suppressPaginationHeader: isTrue('suppress_pagination_header'),
        others: Object.entries(all)
            .filter(([name]) => !name.startsWith('sysparm_'))
            .map(([name, values]) => [name, values[0] ?? '']),
    }
}

function wholeNumber(text: string | undefined): number | undefined {
    return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
