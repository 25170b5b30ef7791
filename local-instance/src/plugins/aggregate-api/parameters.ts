import { parseParameters } from '../../core/rest/parameters'
import type { Aggregate } from '../../core/store/types'

/** A requested figure, with its place in the response. */
export interface Figure extends Aggregate {
    /** Member of `stats`: `count`, `sum`, `avg`, `min`, `max`. */
    member: string
}

/** Sort order by a figure or by a group-by field. */
export interface Order {
    /** Null for a group-by field. */
    figure: Pick<Figure, 'member' | 'column'> | null
    field: string
    descending: boolean
}

/** A condition on a figure: `count^field^>^3`. */
export interface Having {
    figure: Pick<Figure, 'member' | 'column'>
    operator: string
    value: number
}

/** Parameters of an Aggregate API request (DOCS c_AggregateAPI). */
export interface AggregateParameters {
    figures: Figure[]
    groupBy: string[]
    having: Having[]
    orderBy: Order[]
}

const MEMBERS = ['avg', 'min', 'max', 'sum'] as const
const OPERATORS = ['=', '!=', '>', '<', '>=', '<=']

/** Reads the query string; invalid values are ignored. */
export function readAggregateParameters(url: string): AggregateParameters {
    const at = url.indexOf('?')
    const all = parseParameters(at < 0 ? '' : url.slice(at + 1))
    const list = (name: string) =>
        (all[`sysparm_${name}`]?.[0] ?? '')
            .split(',')
            .map((item) => item.trim())
            .filter((item) => item !== '')
    const isCounted = all['sysparm_count']?.[0]?.toLowerCase() === 'true'
    return {
        figures: [
            ...(isCounted ? [{ member: 'count', function: 'COUNT' as const, column: null }] : []),
            ...MEMBERS.flatMap((member) =>
                list(`${member}_fields`).map((column) => ({
                    member,
                    function: member.toUpperCase() as Aggregate['function'],
                    column,
                }))
            ),
        ],
        groupBy: [...new Set(list('group_by'))],
        having: list('having').flatMap(readHaving),
        orderBy: list('order_by').map(readOrder),
    }
}

function readHaving(text: string): Having[] {
    const [name = '', column = '', operator = '', value = ''] = text.split('^')
    const figure = figureOf(name, column)
    const number = Number(value)
    if (!figure || !OPERATORS.includes(operator) || value === '' || Number.isNaN(number)) return []
    return [{ figure, operator, value: number }]
}

function readOrder(text: string): Order {
    const parts = text.split('^')
    const descending = parts.at(-1)?.toUpperCase() === 'DESC'
    if (descending) parts.pop()
    const [first = '', second = ''] = parts
    const figure = parts.length > 1 || first.toUpperCase() === 'COUNT' ? figureOf(first, second) : undefined
    return { figure: figure ?? null, field: figure ? second : first, descending }
}

function figureOf(name: string, column: string): Pick<Figure, 'member' | 'column'> | undefined {
    const member = name.toLowerCase()
    if (member === 'count') return { member, column: null }
    return MEMBERS.some((one) => one === member) ? { member, column } : undefined
}
