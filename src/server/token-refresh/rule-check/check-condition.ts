import { GlideRecord } from '@servicenow/glide'
import { reachField } from './field-path'
import { queryTerms } from './query-terms'

/**
 * Why a condition cannot be used on a table; null where it can. An empty condition means all records, since that is what
 * whoever leaves it empty asks for.
 */
export function checkCondition(table: string, condition: string): string | null {
    if (condition === '') return null
    const terms = queryTerms(condition)
    if (typeof terms === 'string') return `The condition cannot be followed: ${terms}.`
    const unknown = terms.find(({ field }) => !reachField(table, field))
    if (unknown) return `The condition cannot be followed: ${table} has no field ${unknown.field}.`
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
