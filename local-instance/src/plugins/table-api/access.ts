import { familyOf } from '../../core/store/column-types'
import { parseEncodedQuery } from '../../core/store/encoded-query'
import { resolvePath } from '../../core/store/paths'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { RecordOperation } from '../../core/rights'
import type { Row, Table } from '../../core/store/types'

/** Access checks for the caller, by the actual class of a record. */
export interface Access {
    record(operation: RecordOperation, table: Table, row?: Row): boolean
    column(operation: RecordOperation, table: Table, column: string, row?: Row): boolean
    /** True if all fields in an encoded query may be read; unknown fields are ignored. */
    query(table: Table, query: string): boolean
}

/** The rights of one caller. */
export function createAccess({ rights, store }: Host, principal: Principal): Access {
    const { dictionary } = store

    function classOf(table: Table, row: Row | undefined): string {
        const name = row?.['sys_class_name']
        return name && table.descendants.includes(name) ? name : table.name
    }

    // Column rules depend on roles only, so a result applies to all records of a class.
    const columns = new Map<string, boolean>()

    return {
        record: (operation, table, row) =>
            rights.can(principal, operation, classOf(table, row), undefined, row),
        column(operation, table, column, row) {
            const className = classOf(table, row)
            const key = `${operation}:${className}.${column}`
            let allowed = columns.get(key)
            if (allowed === undefined) {
                allowed = rights.can(principal, operation, className, column, row)
                columns.set(key, allowed)
            }
            return allowed
        },
        query(table, query) {
            const { alternatives, order } = parseEncodedQuery(query)
            const conditions = alternatives.flat(2)
            const fields = [...conditions, ...order].map(({ path }) => path)
            const compared = conditions
                .filter(({ operator }) => operator.endsWith('_FIELD') || operator.endsWith('SAMEAS'))
                .map(({ value }) => value.split('.'))
            return [...fields, ...compared].every((path) => {
                const field = resolvePath(dictionary, table, path)
                if (!field) return true
                const steps = [
                    ...field.hops.map((hop, index) => ({
                        table: index === 0 ? table : (field.hops[index - 1]?.table as Table),
                        column: hop.column,
                    })),
                    { table: field.table, column: field.column.name },
                ]
                return (
                    familyOf(field.column.type) !== 'secret' &&
                    steps.every((step) => rights.can(principal, 'read', step.table.name, step.column))
                )
            })
        },
    }
}
