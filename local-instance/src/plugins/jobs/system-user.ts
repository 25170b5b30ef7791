import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'

// Not `session`: jobs are not interactive.
const SYSTEM: Principal = { userId: 'system', userName: 'system', roles: new Set(['admin']), by: 'basic' }

/** The default user of jobs, script actions and notifications: the platform's system user, with all rights. */
export function systemUser({ store, principalOf }: Host): Principal {
    const row = store.first('sys_user', 'user_name=system')
    const user = row && principalOf(row['sys_id'] ?? '', 'basic')
    return user ? { ...user, roles: new Set([...user.roles, 'admin']) } : SYSTEM
}

/**
 * The `run_as` user, by sys_id or by name, as the SDK writes it if the author gives a name; the system user
 * if it is empty. Undefined if there is no such active user.
 */
export function runAs(host: Host, value: string | null | undefined): Principal | undefined {
    if (!value) return systemUser(host)
    const byName = /^[^^\r\n]+$/.test(value) ? host.store.first('sys_user', `user_name=${value}`) : undefined
    return host.principalOf(byName?.['sys_id'] ?? value, 'basic')
}
