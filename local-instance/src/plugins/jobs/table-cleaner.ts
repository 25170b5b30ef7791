import { toGlideDateTime } from '../../core/clock'
import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import { familyOf } from '../../core/store/column-types'

/** Name of the platform's own job (DOCS table-cleaner). */
export const TABLE_CLEANER = 'Table Cleaner'

/**
 * Applies the rules of `sys_auto_flush`: deletes records whose match field is older than the age and that
 * match the conditions. A rule that cannot be applied is logged, and the others still run. Returns the number
 * of statements that deleted something.
 */
export function cleanTables(host: Host): number {
    const { store, log } = host
    let statements = 0
    for (const rule of store.query('sys_auto_flush', { query: 'active=true' })) {
        try {
            const count = applyRule(host, rule)
            statements += 1
            if (count > 0)
                log.write('info', TABLE_CLEANER, `Deleted ${count} records from ${rule['tablename']}`)
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error)
            log.write('warn', TABLE_CLEANER, `The rule for ${rule['tablename']} was skipped: ${reason}`)
        }
    }
    return statements
}

function applyRule({ store, clock }: Host, rule: Row): number {
    const name = rule['tablename'] ?? ''
    const table = store.dictionary.table(name)
    const matchField = rule['matchfield'] || 'sys_created_on'
    const column = table?.columns.get(matchField)
    const age = Number(rule['age'] ?? NaN)
    if (!table || table.hidden) throw new Error('the table does not exist')
    if (!column || !/^date(time)?$/.test(familyOf(column.type)))
        throw new Error(`${matchField} is not a date field`)
    if (rule['age'] === null || !(age >= 0)) throw new Error('the age is missing or invalid')
    const before = `${matchField}<${toGlideDateTime(clock.now() - age * 1000)}`
    // `^NQ` begins another alternative, to which the age condition must apply as well.
    const conditions = (rule['conditions'] ?? '').replace(/\^EQ$/, '')
    const query = conditions
        ? conditions
              .split('^NQ')
              .map((part) => `${before}^${part}`)
              .join('^NQ')
        : before
    return store.transaction(() => {
        if (rule['cascade_delete'] === '1') {
            const rows = store.query(name, { query, columns: ['sys_id'], unknownField: 'refuse' })
            for (const row of rows) deleteReferring(store, table.lineage, row['sys_id'] ?? '')
        }
        return store.deleteMultiple(name, query)
    })
}

/** "Cascade delete": records that reference a deleted one are deleted too. */
function deleteReferring(store: Host['store'], lineage: string[], sysId: string): void {
    for (const table of store.dictionary.tables()) {
        if (table.hidden) continue
        const inherited = table.extends ? store.dictionary.table(table.extends)?.columns : undefined
        for (const { name, type, reference } of table.columns.values()) {
            if (type !== 'reference' || !reference || !lineage.includes(reference) || inherited?.has(name))
                continue
            store.deleteMultiple(table.name, `${name}=${sysId}`)
        }
    }
}
