import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import { rulesOf } from '../../script-engine/rules-of'
import { asyncRuleTable } from './async-rule-table'
import type { Nodes } from './nodes'
import { runRowScript } from './row-script'
import { systemUser } from './system-user'
import type { Totals } from './totals'

/** Runs asynchronous business rules (`when` `async_always` or `async`) that writes have queued. */
export interface AsyncRules {
    /** Runs the queued rules on all nodes that are up; returns how many ran. */
    drain(totals: Totals): Promise<number>
}

/**
 * Opens the queue. Each node takes one rule at a time, the lowest priority number first. A rule whose node goes down is
 * lost.
 */
export function createAsyncRules(host: Host, nodes: Nodes): AsyncRules {
    const { store } = host

    /** No race is possible, since all claims happen in this thread. */
    function claim(): Row | undefined {
        const row = store.first(asyncRuleTable.name, 'ORDERBYpriority^ORDERBYsys_created_on')
        if (row) store.delete(asyncRuleTable.name, row['sys_id'] ?? '')
        return row
    }

    async function run(row: Row, node: number, totals: Totals): Promise<void> {
        const rule = rulesOf(host).get(row['rule'] ?? '')
        const script = store.get('sys_script', row['rule'] ?? '')
        const table = row['target_table'] ?? ''
        if (!rule || !script || rule.source === '' || !store.dictionary.table(table)) return
        const operation = row['operation'] as 'insert' | 'update' | 'delete'
        const [sysId, user] = [row['target'] ?? '', row['user'] ?? '']
        // For a deletion only the stored copy exists; otherwise the record is read again, and may have been
        // deleted since.
        const deleted = JSON.parse(row['target_row'] ?? '{}') as Row
        if (operation !== 'delete' && !store.get(table, sysId)) return
        await runRowScript(
            host,
            {
                row: script,
                source: rule.source,
                label: rule.label,
                user: host.principalOf(user, 'basic') ?? systemUser(host),
                node: nodes.pool(node),
                current: { table, sysId, operation, ...(operation === 'delete' ? { row: deleted } : {}) },
            },
            totals
        )
    }

    return {
        async drain(totals) {
            let count = 0
            const work = async (node: number) => {
                while (nodes.isAlive(node)) {
                    const row = claim()
                    if (!row) return
                    count += 1
                    await run(row, node, totals)
                }
            }
            await Promise.all(nodes.alive().map(work))
            return count
        },
    }
}
