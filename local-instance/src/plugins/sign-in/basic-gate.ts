import { BASIC_AUTH } from '../../core/basic-auth'
import { toGlideDateTime } from '../../core/clock'
import { EXTERNAL_ROLE } from '../../core/explicit-roles'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'

/** Where the accounts are counted that use Basic authentication (DOCS basic-auth-exceptions). */
const EXCEPTIONS = 'sys_user_basic_auth_exception'

/**
 * The Basic authentication restriction (DOCS basic-auth-restriction): whether an API request of this user may go on. In
 * the documented order: accounts for web services only, external users (for whom their property alone decides), listed
 * users, roles. Everybody else is counted, and refused where the restriction is enforced. A caller learns nothing of
 * the reason: it is in the log only.
 */
export function createBasicGate({ store, clock, log }: Host): (user: Principal) => boolean {
    /** Whether a property is on. Absent, it has its documented fallback. */
    const isOn = (name: string, fallback: boolean) => {
        const value = store.property(name)?.trim().toLowerCase()
        return value === 'true' || (value !== 'false' && fallback)
    }
    const listed = (name: string) => (store.property(name) ?? '').split(',').map((entry) => entry.trim())

    function isExempt({ userId, roles }: Principal): boolean {
        const isWebServiceOnly = store.get('sys_user', userId)?.['web_service_access_only'] === '1'
        if (isWebServiceOnly && isOn(BASIC_AUTH.allowWebServiceOnly, true)) return true
        if (listed(BASIC_AUTH.allowedUsers).includes(userId)) return true
        return listed(BASIC_AUTH.allowedRoles).some((role) => role !== '' && roles.has(role))
    }

    function count({ userId }: Principal): void {
        const seen = { last_seen: toGlideDateTime(clock.now()) }
        const row = store.first(EXCEPTIONS, `user=${userId}`)
        if (row) {
            const usage = Number(row['usage_count'] ?? 0) + 1
            store.update(EXCEPTIONS, row['sys_id'] ?? '', { ...seen, usage_count: String(usage) })
        } else {
            const { department = null, manager = null } = store.get('sys_user', userId) ?? {}
            store.insert(EXCEPTIONS, { user: userId, department, manager, usage_count: '1', ...seen })
        }
    }

    function refuse({ userName }: Principal): false {
        log.write(
            'warn',
            'Basic authentication',
            `SNCRestrictBasicAuthUserAuthenticationGate: denied basic-auth API call for interactive-login user [${userName}] under enforce=true`
        )
        return false
    }

    return (user) => {
        if (!isOn(BASIC_AUTH.active, false)) return true
        const isEnforced = isOn(BASIC_AUTH.enforce, false)
        if (user.roles.has(EXTERNAL_ROLE)) {
            return isOn(BASIC_AUTH.allowExternal, true) || refuse(user)
        }
        if (isExempt(user)) return true
        count(user)
        return !isEnforced || refuse(user)
    }
}
