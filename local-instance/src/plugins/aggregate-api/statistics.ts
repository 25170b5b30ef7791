import type { AggregateRow, QueryOptions, Store, Table } from '../../core/store/types'
import type { AggregateParameters, Figure, Having, Order } from './parameters'

/** Figures of one group as the API returns them; all values are strings. */
export interface Statistics {
    stats: Record<string, string | Record<string, string>>
    groupby_fields?: { field: string; value: string; display_value?: string }[]
}

/** What to compute. */
export interface StatisticsRequest {
    store: Store
    table: Table
    options: QueryOptions
    parameters: AggregateParameters
    withDisplayValues: boolean
}

/** Computes the figures: a list with a group-by, otherwise one object. Empty without a figure to compute. */
export function computeStatistics(request: StatisticsRequest): Statistics | Statistics[] {
    const { store, table, options, parameters } = request
    const { figures, groupBy, having, orderBy } = parameters
    if (figures.length === 0) return groupBy.length > 0 ? [] : { stats: {} }
    const rows = store.aggregate(table.name, { ...options, groupBy, aggregates: figures })
    if (groupBy.length === 0) return { stats: statsOf(figures, rows[0]?.values ?? []) }
    const wanted = rows.filter((row) => having.every((one) => meets(figures, row, one)))
    return sorted(wanted, figures, orderBy).map((row) => ({
        stats: statsOf(figures, row.values),
        groupby_fields: groupBy.map((field) => groupField(request, row, field)),
    }))
}

function groupField(
    { store, table, withDisplayValues }: StatisticsRequest,
    { group }: AggregateRow,
    field: string
): { field: string; value: string; display_value?: string } {
    const value = group[field] ?? ''
    if (!withDisplayValues) return { field, value }
    // A dot-walk returns its plain value, since the row of a group has only the group's own fields.
    const display = table.columns.has(field) ? store.displayValue(table.name, group, field) : value
    return { field, value, display_value: display }
}

function statsOf(figures: Figure[], values: (string | null)[]): Statistics['stats'] {
    const stats: Statistics['stats'] = {}
    figures.forEach(({ member, column }, index) => {
        const value = shown(member, values[index] ?? null)
        if (column === null) stats[member] = value
        else stats[member] = { ...(stats[member] as Record<string, string> | undefined), [column]: value }
    })
    return stats
}

/** Averages have four decimals (sample of DOCS c_AggregateAPI). */
function shown(member: string, value: string | null): string {
    if (value === null) return ''
    return member === 'avg' ? Number(value).toFixed(4) : value
}

function figureValue(figures: Figure[], { values }: AggregateRow, wanted: Having['figure']): string | null {
    const at = figures.findIndex(({ member, column }) => member === wanted.member && column === wanted.column)
    return values[at] ?? null
}

/** A condition on a figure that was not requested does not match. */
function meets(figures: Figure[], row: AggregateRow, { figure, operator, value }: Having): boolean {
    const found = figureValue(figures, row, figure)
    if (found === null) return false
    const number = Number(found)
    switch (operator) {
        case '=':
            return number === value
        case '!=':
            return number !== value
        case '>':
            return number > value
        case '<':
            return number < value
        case '>=':
            return number >= value
        default:
            return number <= value
    }
}

function sorted(rows: AggregateRow[], figures: Figure[], orderBy: Order[]): AggregateRow[] {
    return [...rows].sort((a, b) => {
        for (const { figure, field, descending } of orderBy) {
            const difference = figure
                ? Number(figureValue(figures, a, figure)) - Number(figureValue(figures, b, figure))
                : compare(a.group[field] ?? '', b.group[field] ?? '')
            if (difference !== 0) return descending ? -difference : difference
        }
        return 0
    })
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0
}
