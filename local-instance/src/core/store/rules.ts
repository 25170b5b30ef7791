import type { StoreParts } from './parts'
import { settleValues } from './write-values'
import type { Row, Table, WriteContext, WriteRule } from './types'

/** The rules for an operation on a table, including those of its parents. */
export function rulesFor({ rules }: StoreParts, table: Table, on: WriteRule['on'][number]): WriteRule[] {
    return rules.filter((rule) => rule.on.includes(on) && table.lineage.includes(rule.table))
}

/**
 * Runs the rules on a change, which they may modify. Their own reads and writes are not counted.
 *
 * @throws StoreError if a rule rejects the change or sets values that cannot be stored.
 */
export function runRules(
    parts: StoreParts,
    on: WriteRule['on'][number],
    change: { values: Row; previous: Row | undefined; table: Table; context: WriteContext }
): void {
    const rules = rulesFor(parts, change.table, on)
    if (rules.length === 0) return
    const before = { ...change.values }
    for (const rule of rules) parts.uncounted(() => rule.run({ ...change, store: parts.store() }))
    settleValues(change.table, change.values, before)
}
