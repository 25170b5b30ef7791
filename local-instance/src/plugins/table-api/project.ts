import { resolvePath, type ResolvedPath } from '../../core/store/paths'
import type { Row, Store, Table } from '../../core/store/types'
import type { Access } from './access'
import { createCells, type Cell, type Field } from './cells'
import type { TableParameters } from './parameters'
import { createRecordCache } from './record-cache'

/** A record in a Table API response. */
export type ResultRecord = Record<string, Cell>

/** Context for projecting records. */
export interface Projection {
    store: Store
    access: Access
    table: Table
    parameters: TableParameters
    /** `https://instance/api/now/v2/table`, for links. */
    base: string
}

/**
 * The requested fields of records: columns and dot-walks. Unknown fields are ignored; fields that the caller
 * may not read are omitted (DOCS c_RESTAPI "REST API table access"). All referenced records are fetched at
 * once.
 */
export function project(rows: Row[], { store, access, table, parameters, base }: Projection): ResultRecord[] {
    const cache = createRecordCache(store)
    const cells = createCells({ store, cache, parameters, base })
    const paths = (parameters.fields ?? [...table.columns.keys()]).flatMap((name) => {
        const path = resolvePath(store.dictionary, table, name.split('.'))
        return path ? [{ name, path }] : []
    })
    const columns = paths.map(({ name, path }) => ({ name, fields: walk(rows, path) }))
    cells.prepare(columns.flatMap(({ fields }) => fields.filter((field) => typeof field === 'object')))
    return rows.map((_, index) => {
        const entries = columns.flatMap(({ name, fields }): [string, Cell][] => {
            const field = fields[index]
            // A dangling reference is an empty value; one without read access is omitted.
            if (field === undefined) return [[name, emptyCell(parameters)]]
            return field === 'unreadable' ? [] : [[name, cells.cell(field)]]
        })
        return Object.fromEntries([...entries, ...tags(parameters, table)])
    })

    /** Resolves a field path for each row. */
    function walk(from: Row[], path: ResolvedPath): (Field | 'unreadable' | undefined)[] {
        let at: (Field | 'unreadable' | undefined)[] = from.map((row) =>
            readable(table, path.hops[0]?.column ?? path.column.name, row)
        )
        for (const [index, hop] of path.hops.entries()) {
            const next = path.hops[index + 1]?.column ?? path.column.name
            const idOf = (field: Field) => field.row[field.column.name] ?? ''
            cache.load(
                hop.table.name,
                at.flatMap((field) => (typeof field === 'object' ? [idOf(field)] : []))
            )
            at = at.map((field) => {
                if (typeof field !== 'object') return field
                const row = cache.get(hop.table.name, idOf(field))
                return row && readable(hop.table, next, row)
            })
        }
        return at
    }

    function readable(of: Table, name: string, row: Row): Field | 'unreadable' {
        const column = of.columns.get(name)
        return column && access.column('read', of, name, row) ? { table: of, column, row } : 'unreadable'
    }
}

function emptyCell({ displayValue }: TableParameters): Cell {
    return displayValue === 'all' ? { display_value: '', value: '' } : ''
}

/** Every record of the platform includes `sys_tags`, which has no column (samples in DOCS c_TableAPI). */
function tags(parameters: TableParameters, table: Table): [string, Cell][] {
    const isWanted = !parameters.fields || parameters.fields.includes('sys_tags')
    return isWanted && !table.columns.has('sys_tags') ? [['sys_tags', emptyCell(parameters)]] : []
}
