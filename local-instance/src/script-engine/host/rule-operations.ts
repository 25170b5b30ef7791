import { resolveChanges } from '../../core/store/change-conditions'
import type { BridgeOperations, RuleOperation } from '../bridge/bridge'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import { rowOf, textOf, type Input } from './inputs'
import { tableFor } from './table-for'

const OPERATIONS = new Set<string>(['insert', 'update', 'delete', 'query'] satisfies RuleOperation[])

/** Write operations for tables with business rules. */
export function createRuleOperations(
    context: BridgeContext
): Pick<BridgeOperations, 'draft' | 'businessRules' | 'meets' | 'queueRule'> {
    const { store, rules, job, platform } = context
    const operationOf = (input: Input): RuleOperation => {
        const operation = textOf(input, 'operation')
        if (!OPERATIONS.has(operation)) throw new BridgeError('bad_request', 'Unknown operation')
        return operation as RuleOperation
    }

    return {
        draft(input) {
            const table = tableFor(context, input, 'create')
            return store.draft(table.name, rowOf(input as Input, 'values'), {
                userName: job.user.userName,
                reason: 'script',
            })
        },
        businessRules(input) {
            const found = rules.of(textOf(input as Input, 'table'), operationOf(input as Input))
            for (const { scope } of found) context.admit(scope)
            return found
        },
        meets(input) {
            const [row, before] = [rowOf(input as Input, 'row'), rowOf(input as Input, 'before')]
            const query = resolveChanges(textOf(input, 'query'), { row, before })
            return platform(() =>
                store.matches(textOf(input, 'table'), row, { query, userId: job.user.userId })
            )
        },
        queueRule(input) {
            const [row, rule] = [rowOf(input as Input, 'row'), textOf(input, 'rule')]
            platform(() =>
                store.insert('local_async_rule', {
                    rule,
                    priority: store.get('sys_script', rule)?.['priority'] ?? null,
                    target_table: textOf(input, 'table'),
                    target: row['sys_id'] ?? null,
                    target_row: JSON.stringify(row),
                    operation: operationOf(input as Input),
                    user: job.user.userId,
                })
            )
        },
    }
}
