import { GlideRecord } from '@servicenow/glide'
import { reachField } from './field-path'
import { isFitting } from './fitting-value'
import { queryTerms } from './query-terms'

/**
 * Validates a condition on a table. An empty condition is valid and matches all records.
 *
 * @returns the reason why it is invalid; null if it is valid
 */
export function checkCondition(table: string, condition: string): string | null {
    if (condition === '') return null
    const terms = queryTerms(condition)
    if (typeof terms === 'string') return `Invalid condition: ${terms}.`
    for (const term of terms) {
        const field = reachField(table, term.field)
        if (!field) return `Invalid condition: ${table} has no field ${term.field}.`
        if (!isFitting(term, field.type))
            return `Invalid condition: "${term.value.slice(0, 60)}" is not a valid value of ${term.field}.`
    }
    return platformTakes(table, condition) ? null : 'Invalid condition: the platform rejects it.'
}

/** The platform's own check, which older releases lack. */
function platformTakes(table: string, condition: string): boolean {
    const record = new GlideRecord(table as 'sys_metadata') as unknown as {
        isValidEncodedQuery?(query: string): boolean
    }
    return typeof record.isValidEncodedQuery !== 'function' || record.isValidEncodedQuery(condition)
}
