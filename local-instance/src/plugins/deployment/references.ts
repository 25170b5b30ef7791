import type { ColumnDefinition, Row, Store } from '../../core/store/types'
import type { AppPackage } from './app-package'
import { coalesceKey, exactQuery } from './coalesce'
import type { FieldValue } from './record-changes'

/** Resolves values of a package to records of this instance. */
export interface References {
    /** Maps a record of the package to a different sys_id on this instance. */
    alias(packageId: string, sysId: string): void
    /** Whether the package contains this record, identified by sys_id or coalesce key. */
    includes(table: string, row: Row): boolean
    /** The value to store for a column. */
    resolve(column: ColumnDefinition, field: FieldValue): string | null
}

/**
 * A reference whose sys_id exists, here or in the package, is kept. Otherwise the element's attributes
 * identify the record: `<sys_user_role name="itil">2e41…</sys_user_role>` is this instance's role `itil`.
 */
export function createReferences(store: Store, pkg: AppPackage): References {
    const aliases = new Map<string, string>()
    const brought = new Set<string>([pkg.scopeId])
    const described = new Set<string>()
    for (const { action, sysId, table, fields } of pkg.updates.flatMap(({ changes }) => changes)) {
        if (action !== 'INSERT_OR_UPDATE' || !sysId) continue
        brought.add(sysId)
        const key = coalesceKey(table, (name) => fields.get(name)?.value)
        if (key !== undefined) described.add(key)
    }

    function byKeys(table: string, keys: FieldValue['keys']): string | undefined {
        const columns = store.dictionary.table(table)?.columns
        const known = [...keys].filter(([name]) => columns?.has(name))
        const query = exactQuery(
            known.map(([name, value]) => [name, value === 'NULL' ? null : value] as const)
        )
        return query === undefined ? undefined : (store.first(table, query)?.['sys_id'] ?? undefined)
    }

    return {
        alias: (packageId, sysId) => void aliases.set(packageId, sysId),
        includes: (table, row) =>
            brought.has(row['sys_id'] ?? '') || described.has(coalesceKey(table, (name) => row[name]) ?? ''),
        resolve(column, { value, keys }) {
            if (value === null || column.type !== 'reference') return value
            const alias = aliases.get(value)
            if (alias !== undefined) return alias
            const table = column.reference
            if (keys.size === 0 || brought.has(value) || !table || !store.dictionary.table(table))
                return value
            if (store.get(table, value)) return value
            return byKeys(table, keys) ?? value
        },
    }
}
