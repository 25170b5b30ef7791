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
 * The user of `run_as`, by sys_id or, as the SDK writes it where an author gives one, by name; the system user where it
 * is empty. Undefined if it names no active user.
 */
export function runAs(host: Host, value: string | null | undefined): Principal | undefined {
    if (!value) return systemUser(host)
    const byName = /^[^^\r\n]+$/.test(value) ? host.store.first('sys_user', `user_name=${value}`) : undefined
    return host.principalOf(byName?.['sys_id'] ?? value, 'basic')
}
