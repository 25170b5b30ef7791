import { keepAllMetadata } from '../../core/metadata-cache'
import type { Row, Store } from '../../core/store/types'
import type { BusinessRuleView, RuleOperation } from '../bridge/bridge'

const OPERATIONS: RuleOperation[] = ['insert', 'update', 'delete', 'query']

/** Both values for asynchronous rules. Display rules run on forms, which do not exist here. */
const WHEN: Partial<Record<string, BusinessRuleView['when']>> = {
    before: 'before',
    after: 'after',
    async: 'async',
    async_always: 'async',
}

/** Business rules by table; reloaded when metadata changes. */
export interface BusinessRules {
    /** Operations of a table with active rules, including rules of its parents. */
    operations(table: string): RuleOperation[]
    /** The rules in the order in which they run. */
    of(table: string, operation: RuleOperation): BusinessRuleView[]
    /** A rule by sys_id, active or not. */
    get(sysId: string): BusinessRuleView | undefined
}

/** Opens the rules of an instance; `uncounted` runs statements that are not counted. */
export function createBusinessRules({
    store,
    scopeName,
    uncounted,
}: {
    store: Store
    /** Name of a scope by its sys_id. */
    scopeName(sysId: string | null | undefined): string
    uncounted<T>(run: () => T): T
}): BusinessRules {
    const viewOf = (row: Row, when: BusinessRuleView['when']): BusinessRuleView => {
        const text = (name: string) => row[name] ?? ''
        const condition = text('condition').replace(/[\s;]+$/, '')
        return {
            sysId: text('sys_id'),
            name: text('name'),
            scope: scopeName(row['sys_scope']),
            label: `sys_script.${text('name')}`,
            when,
            filter: text('filter_condition'),
            condition: condition === '' ? '' : `return (${condition}\n)`,
            roles: rolesOf(store, text('role_conditions')),
            template: text('template'),
            message: row['add_message'] === '1' ? text('message') : '',
            abort: row['abort_action'] === '1',
            // Without "Advanced" the form has no script, so none runs.
            source: row['advanced'] === '1' ? text('script') : '',
        }
    }

    const rulesByTable = keepAllMetadata(store, () => {
        const byTable = new Map<string, { row: Row; view: BusinessRuleView }[]>()
        uncounted(() => {
            if (!store.dictionary.table('sys_script')) return
            for (const row of store.query('sys_script', { query: 'active=true^ORDERBYorder^ORDERBYname' })) {
                const when = WHEN[row['when'] ?? '']
                const table = row['collection'] ?? ''
                if (!when || table === '') continue
                const rules = byTable.get(table) ?? []
                byTable.set(table, [...rules, { row, view: viewOf(row, when) }])
            }
        })
        return byTable
    })

    const rulesOf = (table: string, operation: RuleOperation) => {
        const byTable = rulesByTable()
        if (byTable.size === 0) return []
        const lineage = store.dictionary.table(table)?.lineage ?? []
        return lineage
            .flatMap((name) => byTable.get(name) ?? [])
            .filter(({ row }) => row[`action_${operation}`] === '1')
    }

    return {
        operations: (table) => OPERATIONS.filter((operation) => rulesOf(table, operation).length > 0),
        of: (table, operation) =>
            rulesOf(table, operation)
                .sort((a, b) => Number(a.row['order'] ?? 0) - Number(b.row['order'] ?? 0))
                .map(({ view }) => view),
        get(sysId) {
            const row = uncounted(() => store.get('sys_script', sysId))
            const when = WHEN[row?.['when'] ?? '']
            return row && when && uncounted(() => viewOf(row, when))
        },
    }
}

/** Role conditions are names, or sys_ids as stored by the form. */
function rolesOf(store: Store, list: string): string[] {
    return list
        .split(',')
        .map((role) => role.trim())
        .filter((role) => role !== '')
        .map((role) =>
            /^[0-9a-f]{32}$/.test(role) ? (store.get('sys_user_role', role)?.['name'] ?? role) : role
        )
}
