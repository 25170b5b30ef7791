import { type Aggregate, type QueryOptions, type Table, type WriteContext } from '../../../core/store/types'
import type { BridgeOperations, TableView } from '../bridge'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import { optionalCount, rowOf, textOf, textsOf, type Input } from './inputs'
import type { TableOperation } from './scope-access'

/** Operations on records that answer to GlideRecord and GlideAggregate. */
type RecordOperations = Pick<
    BridgeOperations,
    'table' | 'query' | 'aggregate' | 'insert' | 'update' | 'delete' | 'updateMultiple' | 'deleteMultiple'
>

const FUNCTIONS = new Set<unknown>(['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'COUNT(DISTINCT'])

/** Reads and writes records for a script, as its scope may. */
export function createRecordOperations(context: BridgeContext): RecordOperations {
    const { store, access, job, scope } = context
    const writer: WriteContext = { userName: job.user.userName, reason: 'script' }

    const tableFor = (input: Input, operation: TableOperation): Table => {
        const table = findTable(context, textOf(input, 'table'))
        if (!table)
            throw new BridgeError('unknown_table', `Invalid table ${textOf(input, 'table').slice(0, 80)}`)
        access.table(scope, table, operation)
        return table
    }
    const options = (input: Input): QueryOptions => ({
        query: textOf(input, 'query'),
        limit: optionalCount(input, 'limit'),
        offset: optionalCount(input, 'offset'),
        userId: job.user.userId,
        unknownField: 'ignore',
    })

    return {
        table(input) {
            const table = findTable(context, textOf(input as Input, 'table'))
            return table ? viewOf(table) : null
        },
        query(input) {
            return store.query(tableFor(input, 'read').name, options(input))
        },
        aggregate(input) {
            const table = tableFor(input as Input, 'read')
            return store.aggregate(table.name, {
                ...options(input as Input),
                groupBy: textsOf(input as Input, 'groupBy'),
                aggregates: aggregatesOf(input.aggregates),
            })
        },
        insert(input) {
            const table = tableFor(input, 'create')
            const values = rowOf(input as Input, 'values')
            return store.insert(table.name, values, writer)
        },
        update(input) {
            const table = tableFor(input, 'write')
            const [sysId, values] = [textOf(input, 'sysId'), rowOf(input as Input, 'values')]
            return store.update(table.name, sysId, values, writer) ?? null
        },
        delete(input) {
            const table = tableFor(input, 'delete')
            return store.delete(table.name, textOf(input, 'sysId'), writer)
        },
        updateMultiple(input) {
            const table = tableFor(input, 'write')
            const { query = '' } = options(input)
            const values = rowOf(input as Input, 'values')
            return store.updateMultiple(table.name, query, values, writer)
        },
        deleteMultiple(input) {
            const table = tableFor(input, 'delete')
            return store.deleteMultiple(table.name, textOf(input, 'query'), writer)
        },
    }
}

/** A table that scripts can see; the instance's own bookkeeping does not exist for them. */
export function findTable({ store }: BridgeContext, name: string): Table | undefined {
    const table = store.dictionary.table(name)
    return table && !table.hidden ? table : undefined
}

function viewOf(table: Table): TableView {
    return {
        name: table.name,
        label: table.label,
        lineage: table.lineage,
        scope: table.scope,
        columns: [...table.columns.values()],
        displayColumn: table.displayColumn,
    }
}

function aggregatesOf(value: unknown): Aggregate[] {
    const list = Array.isArray(value) ? (value as Partial<Aggregate>[]) : []
    for (const item of list) {
        if (!FUNCTIONS.has(item.function) || (item.column !== null && typeof item.column !== 'string')) {
            throw new BridgeError('bad_request', 'aggregates must name a function and a column')
        }
    }
    return list as Aggregate[]
}
