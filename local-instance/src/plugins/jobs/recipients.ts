import { DEFAULT_LANGUAGE } from '../../core/messages'
import type { Row, Store } from '../../core/store/types'
import type { MessageContext } from './message-template'

/** `sys_user.notification` of users who disabled notifications. */
const DISABLED = '1'
const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+$/

/** Address of a mail, and the recipient's language. */
export interface Recipient {
    address: string
    language: string
}

/**
 * Addresses that a notification is sent to, each once: users, groups, users and groups in the record's
 * fields, and the event's parameters if they hold recipients (EXPLAIN emailnotification-api). Inactive users
 * and users without notifications get none. A group's own address has one language, whatever its members have
 * (DOCS multilingual-email-notifications).
 */
export function recipientsOf(action: Row, context: MessageContext, firedBy: string): Recipient[] {
    const { store, record, event } = context
    const named: (string | null | undefined)[] = [action['recipient_users'], action['recipient_groups']]
    for (const field of split(action['recipient_fields'])) {
        if (record) named.push(store.dotWalk(record.table, record.row, field))
    }
    if (action['event_parm_1'] === '1') named.push(event.parm1)
    if (action['event_parm_2'] === '1') named.push(event.parm2)
    const addresses = new Map<string, Recipient>()
    const add = (address: string, language = DEFAULT_LANGUAGE) => {
        const key = address.toLowerCase()
        if (!addresses.has(key)) addresses.set(key, { address, language })
    }
    const users = new Map<string, Row>()
    for (const name of named.flatMap(split)) {
        if (ADDRESS.test(name)) add(name)
        else
            for (const found of lookUp(store, name)) {
                if (typeof found === 'string') add(found)
                else users.set(found['sys_id'] ?? '', found)
            }
    }
    for (const user of users.values()) {
        const self = action['send_self'] !== '1' && user['user_name'] === firedBy
        const wanted = user['notification'] !== DISABLED || action['force_delivery'] === '1'
        if (user['active'] === '1' && user['email'] && wanted && !self)
            add(user['email'], user['preferred_language'] || DEFAULT_LANGUAGE)
    }
    return [...addresses.values()]
}

/** A user by sys_id or name, or a group's own address and its members. */
function lookUp(store: Store, name: string): (Row | string)[] {
    const user = store.get('sys_user', name) ?? byName(store, 'sys_user', 'user_name', name)
    if (user) return [user]
    const group = store.get('sys_user_group', name) ?? byName(store, 'sys_user_group', 'name', name)
    if (!group || group['active'] === '0') return []
    const found: (Row | string)[] = []
    if (group['email']) found.push(group['email'])
    // A group with an address gets one mail there; its members only if the group is set to include them (DOCS
    // c_Groups).
    if (!group['email'] || group['include_members'] === '1') {
        for (const { user: member } of store.query('sys_user_grmember', {
            query: `group=${group['sys_id'] ?? ''}`,
        })) {
            const row = member ? store.get('sys_user', member) : undefined
            if (row) found.push(row)
        }
    }
    return found
}

function byName(store: Store, table: string, column: string, name: string): Row | undefined {
    return /[\^\r\n]|^javascript:/i.test(name) ? undefined : store.first(table, `${column}=${name}`)
}

function split(text: string | null | undefined): string[] {
    return (text ?? '')
        .split(/[,;]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
}
