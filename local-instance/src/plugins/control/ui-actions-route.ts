import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { Row } from '../../core/store/types'
import { isTrueOutcome } from '../jobs/row-script'
import { scopeName } from '../../core/store/scope-name'
import type { ControlRoute } from './control-route'
import { readInput, text } from './input'
import { ControlRefusal } from './refusal'

/**
 * `POST /local/ui-actions/run` `{"name", "table", "sys_id", "user"?}`: runs a UI action's form button on a
 * record as `user` (default the caller). Returns `{"result": {"shown", "redirect", "messages"}}`; an action
 * that is not shown does not run. 422 with `{"error": {"message", "line"}}` if its script throws.
 */
export function uiActionsRoute(host: Host): ControlRoute {
    return {
        method: 'POST',
        path: '/ui-actions/run',
        async run({ request, reply, user: caller }) {
            const input = readInput(request, ['name', 'table', 'sys_id', 'user'])
            const [table, sysId] = [text(input, 'table'), text(input, 'sys_id')]
            const user = input['user'] === undefined ? caller : userOf(host, text(input, 'user'))
            const record = recordOf(host, table, sysId)
            const action = actionOf(host, text(input, 'name'), record.lineage)
            const job = {
                scope: scopeName(host.store, action['sys_scope']),
                label: `sys_ui_action.${action['name']}`,
                user: { ...user, by: 'session' as const },
                clientIp: request.ip,
                current: { table: record.table, sysId },
            }
            const shown =
                host.rights.can(user, 'read', record.table, undefined, record.row) &&
                action['show_update'] === '1' &&
                hasRole(host, action, user) &&
                (!action['condition'] ||
                    isTrueOutcome(await host.scripts.run({ ...job, source: action['condition'] })))
            if (!shown) return { result: { shown: false, redirect: null, messages: [] } }
            if (action['client'] === '1')
                throw new ControlRefusal(400, 'Client-side UI actions cannot be run')
            const outcome = await host.scripts.run({ ...job, source: action['script'] ?? '', action: true })
            if (outcome.error) {
                void reply.code(422)
                return { error: { message: outcome.error.message, line: outcome.error.line } }
            }
            const { redirect = null, messages = [] } = outcome.action ?? {}
            return { result: { shown: true, redirect, messages } }
        },
    }
}

function userOf({ store, principalOf }: Host, name: string): Principal {
    const row = /[\^\r\n]/.test(name) ? undefined : store.first('sys_user', `user_name=${name}`)
    const user = row && principalOf(row['sys_id'] ?? '', 'session')
    if (!user) throw new ControlRefusal(404, 'The user does not exist or is inactive')
    return user
}

/** The record, read from the table of its class. */
function recordOf({ store }: Host, name: string, sysId: string) {
    const named = store.dictionary.table(name)
    const row = named && !named.hidden ? store.get(name, sysId) : undefined
    if (!named || !row) throw new ControlRefusal(404, 'Record not found')
    const real = store.dictionary.table(row['sys_class_name'] ?? '')
    const table = real?.lineage.includes(name) ? real : named
    return { table: table.name, lineage: table.lineage, row: store.get(table.name, sysId) ?? row }
}

/** The active action of that name; the record's own table takes precedence over its parents and `global`. */
function actionOf({ store }: Host, name: string, lineage: string[]): Row {
    const tables = [...lineage, 'global']
    const found = /[\^\r\n]/.test(name)
        ? []
        : store
              .query('sys_ui_action', {
                  query: `active=true^name=${name}^ORaction_name=${name}^ORDERBYorder`,
              })
              .filter((row) => tables.includes(row['table'] ?? ''))
              .sort((a, b) => tables.indexOf(a['table'] ?? '') - tables.indexOf(b['table'] ?? ''))
    if (!found[0]) throw new ControlRefusal(404, 'There is no active UI action with that name for the table')
    return found[0]
}

function hasRole({ store }: Host, action: Row, user: Principal): boolean {
    const roles = store
        .query('sys_ui_action_role', { query: `sys_ui_action=${action['sys_id']}` })
        .map((row) => store.get('sys_user_role', row['sys_user_role'] ?? '')?.['name'] ?? '')
    return roles.length === 0 || user.roles.has('admin') || roles.some((role) => user.roles.has(role))
}
