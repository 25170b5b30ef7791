import { toGlideDateTime } from '../clock'
import { familyOf } from './column-types'
import { between, compare, type Sql } from './comparison'
import { dynamicOperand } from './dynamic-operands'
import type { Condition } from './encoded-query'
import { isEmptyOperand, negated } from './operators'
import type { ResolvedPath } from './paths'
import { evaluateDateExpression, relativeMoment } from './relative-dates'
import type { SqlContext } from './sql-context'
import { StoreError } from './types'

/**
 * A condition on a field, given as SQL text.
 *
 * @throws StoreError `invalid_query` for an operand that cannot be parsed or evaluated.
 */
export function fieldCondition(
    field: string,
    resolved: ResolvedPath,
    condition: Condition,
    context: SqlContext
): Sql {
    const { column } = resolved
    const { operator } = condition
    const emptiness = ['ISEMPTY', 'ISNOTEMPTY', 'EMPTYSTRING', 'ANYTHING'].includes(operator)
    // Conditions on secrets would allow guessing them character by character.
    if (familyOf(column.type) === 'secret' && !emptiness) return { text: '0', values: [] }
    const positive = negated(operator)
    if (positive) {
        if (operator === '!=' && isEmptyOperand(condition.value))
            return { text: `${field} IS NOT NULL`, values: [] }
        const inner = fieldCondition(field, resolved, { ...condition, operator: positive }, context)
        return { text: `(NOT coalesce(${inner.text}, 0))`, values: inner.values }
    }
    const evaluate = (text: string) => operand(text, context)
    switch (operator) {
        case 'INSTANCEOF': {
            const base = context.dictionary.table(condition.value)
            return compare(field, column, 'IN', base ? [base.name, ...base.descendants].join(',') : '')
        }
        case 'DYNAMIC':
            return dynamicOperand(field, condition.value, context)
        case 'BETWEEN': {
            const [low = '', high = ''] = condition.value.split('@').map(evaluate)
            return between(field, column, low, high)
        }
        case 'ON': {
            const [day = '', from, to] = condition.value.split('@')
            if (from !== undefined) return between(field, column, evaluate(from), evaluate(to ?? from))
            const date = evaluate(day).slice(0, 10)
            return between(field, column, `${date} 00:00:00`, `${date} 23:59:59`)
        }
        case 'RELATIVEGT':
        case 'RELATIVEGE':
        case 'RELATIVELT':
        case 'RELATIVELE':
        case 'RELATIVEEE':
            return relative(field, resolved, operator, condition.value, context)
        default:
            return compare(field, column, operator, evaluate(condition.value))
    }
}

function relative(
    field: string,
    { column }: ResolvedPath,
    operator: string,
    value: string,
    context: SqlContext
): Sql {
    const moment = relativeMoment(value, context.now())
    if (!moment) throw new StoreError('invalid_query', 'Invalid relative date: expected @unit@ago@number')
    if (operator === 'RELATIVEEE') {
        const start = Math.floor(moment.at / moment.length) * moment.length
        return between(field, column, toGlideDateTime(start), toGlideDateTime(start + moment.length - 1000))
    }
    const signs: Record<string, '>' | '>=' | '<' | '<='> = {
        RELATIVEGT: '>',
        RELATIVEGE: '>=',
        RELATIVELT: '<',
        RELATIVELE: '<=',
    }
    return compare(field, column, signs[operator] as '>', toGlideDateTime(moment.at))
}

function operand(text: string, { options, now }: SqlContext): string {
    if (!text.startsWith('javascript:')) return text
    const expression = text.slice('javascript:'.length)
    if (options.evaluate) return options.evaluate(expression)
    if (options.userId !== undefined && /^\s*gs\.getUserID\(\)\s*;?\s*$/.test(expression))
        return options.userId
    const value = evaluateDateExpression(expression, now())
    if (value === undefined)
        throw new StoreError('invalid_query', 'This javascript: value is not supported in this query')
    return value
}
