import { familyOf } from './column-types'
import { readJournal } from './journal'
import { tableOf, type StoreParts } from './parts'
import { readRow } from './read'
import type { ColumnDefinition, Row, Store, Table } from './types'

/** Display values, and values of referenced records. */
export function createDisplay(parts: StoreParts): Pick<Store, 'displayValue' | 'dotWalk'> {
    const displayOf = (table: Table, row: Row, name: string): string => {
        const column = table.columns.get(name)
        if (!column) return ''
        const value = row[name] ?? null
        const family = familyOf(column.type)
        if (family === 'journal') {
            parts.count()
            return row['sys_id'] ? readJournal(parts, table, row['sys_id'], column) : ''
        }
        if (family === 'secret') return ''
        if (family === 'boolean') return value === '1' ? 'true' : 'false'
        if (value === null) return ''
        if (column.choices) return column.choices[value] ?? value
        if (column.type === 'sys_class_name') return parts.dictionary.table(value)?.label ?? value
        if (column.type === 'glide_list')
            return value
                .split(',')
                .map((id) => nameOf(column, id) ?? id)
                .join(', ')
        if (column.type === 'document_id') return documentName(row, column, value)
        if (column.reference) return nameOf(column, value) ?? ''
        return family === 'integer' ? withThousands(value) : value
    }

    /** Display value of the record that a reference points to; undefined if it no longer exists. */
    const nameOf = (column: ColumnDefinition, sysId: string): string | undefined => {
        const target = column.reference ? parts.dictionary.table(column.reference) : undefined
        if (!target?.displayColumn) return undefined
        parts.count()
        const row = readRow(parts, target, sysId, [target.displayColumn])
        return row && displayOf(target, row, target.displayColumn)
    }

    /**
     * Table label and record name, as the platform displays a document id; the sys_id if the record no longer
     * exists.
     */
    const documentName = (row: Row, { dependent = '' }: ColumnDefinition, sysId: string) => {
        const target = parts.dictionary.table(row[dependent] ?? '')
        const name = target && nameOf({ name: dependent, type: 'reference', reference: target.name }, sysId)
        return target && !target.hidden && name ? `${target.label}: ${name}` : sysId
    }

    return {
        displayValue: (table, row, column) => displayOf(tableOf(parts, table), row, column),
        dotWalk(name, start, path, display = false) {
            let table = tableOf(parts, name)
            let row: Row | undefined = start
            const names = path.split('.')
            const last = names.pop() ?? ''
            for (const step of names) {
                const column = table.columns.get(step)
                const target: Table | undefined = column?.reference
                    ? parts.dictionary.table(column.reference)
                    : undefined
                const sysId = row[step]
                if (!target || !sysId) return null
                parts.count()
                row = readRow(parts, target, sysId)
                if (!row) return null
                table = target
            }
            if (!table.columns.has(last)) return null
            return display ? displayOf(table, row, last) : (row[last] ?? null)
        },
    }
}

/** 86400 → 86,400, as the platform displays whole numbers. */
function withThousands(value: string): string {
    return value.replace(/\B(?=(\d{3})+$)/g, ',')
}
