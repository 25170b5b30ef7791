import { GlideRecord } from '@servicenow/glide'
import { reachField } from './field-path'
import { isFitting } from './fitting-value'
import { queryTerms } from './query-terms'

/**
 * Why a condition cannot be used on a table; null where it can. An empty condition means all records, since that is what
 * whoever leaves it empty asks for.
 */
export function checkCondition(table: string, condition: string): string | null {
    if (condition === '') return null
    const terms = queryTerms(condition)
    if (typeof terms === 'string') return `The condition cannot be followed: ${terms}.`
    for (const term of terms) {
        const field = reachField(table, term.field)
        if (!field) return `The condition cannot be followed: ${table} has no field ${term.field}.`
        if (!isFitting(term, field.type))
            return `The condition cannot be followed: ${term.field} cannot be "${term.value.slice(0, 60)}".`
    }
    return platformTakes(table, condition)
        ? null
        : 'The condition cannot be followed: the platform refuses it.'
}

/** The platform's own check, which older releases do not have. */
function platformTakes(table: string, condition: string): boolean {
    const record = new GlideRecord(table as 'sys_metadata') as unknown as {
        isValidEncodedQuery?(query: string): boolean
    }
    return typeof record.isValidEncodedQuery !== 'function' || record.isValidEncodedQuery(condition)
}
