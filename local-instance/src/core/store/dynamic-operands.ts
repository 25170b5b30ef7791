import type { SqlContext } from './sql-context'
import type { Sql } from './comparison'
import { StoreError } from './types'

/** sys_ids of the most common dynamic filter options (`sys_filter_option_dynamic`). */
const ME = '90d1921e5f510100a9ad2572f2b477fe'
const MY_GROUPS = 'd6435e965f510100a9ad2572f2b477fe'

/**
 * `assigned_toDYNAMIC90d1…`: resolves "Me" and "One of My Groups" for the querying user.
 *
 * @throws StoreError `invalid_query` for another option, or if no user is given.
 */
export function dynamicOperand(field: string, option: string, { options }: SqlContext): Sql {
    if (options.userId === undefined)
        throw new StoreError('invalid_query', 'A dynamic filter requires a user')
    if (option === ME) return { text: `${field} = ? COLLATE NOCASE`, values: [options.userId] }
    if (option === MY_GROUPS) {
        const groups = 'SELECT "group" FROM "sys_user_grmember" WHERE "user" = ?'
        return { text: `${field} IN (${groups})`, values: [options.userId] }
    }
    throw new StoreError('invalid_query', 'Unknown dynamic filter option')
}
