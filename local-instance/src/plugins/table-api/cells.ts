import { familyOf } from '../../core/store/column-types'
import type { ColumnDefinition, Row, Store, Table } from '../../core/store/types'
import type { TableParameters } from './parameters'
import { BATCH, type RecordCache } from './record-cache'

/** A field of a Table API result. */
export type Cell = string | { display_value?: string; link?: string; value?: string }

/** A column of a record. */
export interface Field {
    table: Table
    column: ColumnDefinition
    row: Row
}

/** Turns columns into cells. */
export interface Cells {
    /** Loads the records for the display values of these fields, all at once. */
    prepare(fields: Iterable<Field>): void
    cell(field: Field): Cell
}

/** Context for creating cells. */
export interface CellContext {
    store: Store
    cache: RecordCache
    parameters: TableParameters
    /** `https://instance/api/now/v2/table`, without a trailing slash. */
    base: string
}

/** Cells for one request. */
export function createCells({ store, cache, parameters, base }: CellContext): Cells {
    const { displayValue: mode, excludeReferenceLink } = parameters
    /** sys_ids of records with journal entries; only those are read. */
    const withJournal = new Set<string>()

    function target(column: ColumnDefinition): Table | undefined {
        const table = column.reference ? store.dictionary.table(column.reference) : undefined
        return table?.hidden ? undefined : table
    }

    /** The table of the record that a document id points to. */
    function documentTable({ column, row }: Field): Table | undefined {
        if (column.type !== 'document_id' || column.dependent === undefined) return undefined
        const table = store.dictionary.table(row[column.dependent] ?? '')
        return table?.hidden ? undefined : table
    }

    function nameOf(table: Table, sysId: string): string {
        const row = cache.get(table.name, sysId)
        if (!row || !table.displayColumn) return ''
        return store.displayValue(table.name, row, table.displayColumn)
    }

    function display(field: Field): string {
        const { table, column, row } = field
        const value = row[column.name] ?? ''
        const references = target(column)
        if (references && value !== '' && !column.choices) {
            if (isReference(column)) return nameOf(references, value)
            // A list may contain email addresses besides sys_ids; they are returned as is.
            return idsOf(value)
                .map((id) => nameOf(references, id) || id)
                .join(', ')
        }
        const document = documentTable(field)
        if (document) {
            const name = nameOf(document, value)
            return name === '' ? value : `${document.label}: ${name}`
        }
        const isEmptyJournal = familyOf(column.type) === 'journal' && !withJournal.has(row['sys_id'] ?? '')
        return isEmptyJournal ? '' : store.displayValue(table.name, row, column.name)
    }

    function findJournals(sysIds: string[]): void {
        for (let at = 0; at < sysIds.length; at += BATCH) {
            const query = `element_idIN${sysIds.slice(at, at + BATCH).join(',')}`
            for (const entry of store.query('sys_journal_field', { query, columns: ['element_id'] })) {
                withJournal.add(entry['element_id'] ?? '')
            }
        }
    }

    return {
        prepare(fields) {
            if (mode === 'false') return
            const wanted = new Map<string, Set<string>>()
            const journals = new Set<string>()
            for (const field of fields) {
                const { column, row } = field
                if (familyOf(column.type) === 'journal') journals.add(row['sys_id'] ?? '')
                const references = target(column) ?? documentTable(field)
                const value = row[column.name]
                if (!references || !value) continue
                const ids = wanted.get(references.name) ?? new Set()
                wanted.set(references.name, ids)
                for (const id of column.type === 'glide_list' ? idsOf(value) : [value]) ids.add(id)
            }
            for (const [table, ids] of wanted) cache.load(table, ids)
            findJournals([...journals])
        },
        cell(field) {
            const { column, row } = field
            const value = storedValue(column, row)
            const isLinked = isReference(column) && value !== '' && !excludeReferenceLink
            const link = isLinked ? `${base}/${column.reference ?? ''}/${encodeURIComponent(value)}` : ''
            if (mode === 'false') return isLinked ? { link, value } : value
            const display_value = display(field)
            if (mode === 'true') return isLinked ? { display_value, link } : display_value
            return isLinked ? { display_value, link, value } : { display_value, value }
        },
    }
}

/** A column's value in the Table API: never null, booleans as words, no secrets, no journal. */
function storedValue(column: ColumnDefinition, row: Row): string {
    const value = row[column.name] ?? ''
    switch (familyOf(column.type)) {
        case 'boolean':
            return value === '1' ? 'true' : 'false'
        case 'secret':
        case 'journal':
            return ''
        default:
            return value
    }
}

/** A column that holds one sys_id. */
export function isReference(column: ColumnDefinition): boolean {
    return column.reference !== undefined && column.type !== 'glide_list'
}

function idsOf(value: string): string[] {
    return value
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '')
}
