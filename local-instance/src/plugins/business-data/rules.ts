import { toGlideDateTime, openClock } from '../../core/clock'
import type { Row, Table, WriteRule } from '../../core/store/types'

/** States that end a task. Those of cases are assumed; those of incidents and tasks are the base system's. */
const CLOSED: Record<string, string[]> = {
    incident: ['7', '8'],
    sn_customerservice_case: ['3'],
    task: ['3', '4', '7'],
}

/** Priority by impact and urgency (DOCS: priority data lookup rules). */
const PRIORITIES: Record<string, string> = {
    '1,1': '1',
    '1,2': '2',
    '1,3': '3',
    '2,1': '2',
    '2,2': '3',
    '2,3': '4',
    '3,1': '3',
    '3,2': '4',
    '3,3': '5',
}

function closedStates(table: Table): string[] {
    const owner = table.lineage.find((name) => name in CLOSED)
    return owner ? (CLOSED[owner] ?? []) : []
}

/** The platform's rules for all task writes. */
export const businessRules: WriteRule[] = [
    {
        table: 'task',
        on: ['insert', 'update'],
        run({ values, previous }) {
            const number = values['number'] ?? previous?.['number']
            if (number) values['task_effective_number'] = number
        },
    },
    {
        table: 'incident',
        on: ['insert', 'update'],
        run({ values, previous }) {
            const of = (name: string) => values[name] ?? previous?.[name] ?? ''
            if (values['impact'] !== undefined || values['urgency'] !== undefined) {
                const priority = PRIORITIES[`${of('impact')},${of('urgency')}`]
                if (priority) values['priority'] = priority
            }
            mirrorState(values, previous)
        },
    },
    {
        table: 'task',
        on: ['insert', 'update'],
        run({ values, previous, table, store, context }) {
            const state = values['state']
            if (!state || state === previous?.['state']) return
            const closed = closedStates(table)
            if (closed.includes(state)) {
                values['active'] = '0'
                values['closed_at'] ??= toGlideDateTime(openClock(store.handle.clock).now())
                values['closed_by'] ??= userOf(store, context.userName)
            } else if (previous && closed.includes(previous['state'] ?? '')) {
                values['active'] = '1'
            }
        },
    },
]

/** `state` and `incident_state` of an incident are always equal. */
function mirrorState(values: Row, previous: Row | undefined): void {
    const changed = (name: string) => values[name] !== undefined && values[name] !== previous?.[name]
    if (changed('state')) values['incident_state'] = values['state'] ?? null
    else if (changed('incident_state')) values['state'] = values['incident_state'] ?? null
}

function userOf(store: Parameters<WriteRule['run']>[0]['store'], userName: string): string | null {
    const escaped = userName.replaceAll('^', '^^')
    return store.first('sys_user', `user_name=${escaped}`)?.['sys_id'] ?? null
}
