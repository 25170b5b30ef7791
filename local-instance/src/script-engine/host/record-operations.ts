import { type Aggregate, type QueryOptions, type Table, type WriteContext } from '../../core/store/types'
import type { BridgeOperations, TableView } from '../bridge/bridge'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import type { BusinessRules } from './business-rules'
import { optionalCount, rowOf, textOf, textsOf, type Input } from './inputs'
import type { TableOperation } from './scope-access'
import { findTable, tableFor } from './table-for'

/** Record operations for GlideRecord and GlideAggregate. */
type RecordOperations = Pick<
    BridgeOperations,
    'table' | 'query' | 'aggregate' | 'insert' | 'update' | 'delete' | 'updateMultiple' | 'deleteMultiple'
>

const FUNCTIONS = new Set<unknown>(['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'COUNT(DISTINCT'])

/** Reads and writes records for a script, with the rights of its scope. */
export function createRecordOperations(context: BridgeContext): RecordOperations {
    const { store, job, rules } = context
    const writer: WriteContext = { userName: job.user.userName, reason: job.write ? 'api' : 'script' }

    const asked = (input: Input, operation: TableOperation) => tableFor(context, input, operation)
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
            return table ? viewOf(table, rules) : null
        },
        query(input) {
            const unknownField = input.strict === true ? 'refuse' : 'ignore'
            return store.query(asked(input, 'read').name, { ...options(input), unknownField })
        },
        aggregate(input) {
            const table = asked(input as Input, 'read')
            return store.aggregate(table.name, {
                ...options(input as Input),
                groupBy: textsOf(input as Input, 'groupBy'),
                aggregates: aggregatesOf(input.aggregates),
            })
        },
        insert(input) {
            const table = asked(input, 'create')
            const values = rowOf(input as Input, 'values')
            return store.insert(table.name, values, writer)
        },
        update(input) {
            const table = asked(input, 'write')
            const [sysId, values] = [textOf(input, 'sysId'), rowOf(input as Input, 'values')]
            return store.update(table.name, sysId, values, writer) ?? null
        },
        delete(input) {
            const table = asked(input, 'delete')
            return store.delete(table.name, textOf(input, 'sysId'), writer)
        },
        updateMultiple(input) {
            const table = asked(input, 'write')
            const { query = '' } = options(input)
            const values = rowOf(input as Input, 'values')
            return store.updateMultiple(table.name, query, values, writer)
        },
        deleteMultiple(input) {
            const table = asked(input, 'delete')
            return store.deleteMultiple(table.name, textOf(input, 'query'), writer)
        },
    }
}

function viewOf(table: Table, rules: BusinessRules): TableView {
    return {
        name: table.name,
        label: table.label,
        lineage: table.lineage,
        extensions: table.descendants,
        scope: table.scope,
        columns: [...table.columns.values()],
        displayColumn: table.displayColumn,
        rules: rules.operations(table.name),
    }
}

function aggregatesOf(value: unknown): Aggregate[] {
    const list = Array.isArray(value) ? (value as Partial<Aggregate>[]) : []
    for (const item of list) {
        if (!FUNCTIONS.has(item.function) || (item.column !== null && typeof item.column !== 'string')) {
            throw new BridgeError('bad_request', 'aggregates must have a function and a column')
        }
    }
    return list as Aggregate[]
}
