import { BASIC_AUTH } from '../../core/basic-auth'
import { toGlideDateTime } from '../../core/clock'
import { EXTERNAL_ROLE } from '../../core/explicit-roles'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'

/** Table that counts accounts which use Basic authentication (DOCS basic-auth-exceptions). */
const EXCEPTIONS = 'sys_user_basic_auth_exception'

/**
 * The Basic authentication restriction (DOCS basic-auth-restriction): whether an API request of this user may
 * proceed. Checked in the documented order: web-service-only accounts, external users (governed by their own
 * property only), listed users, roles. All others are counted, and rejected if the restriction is enforced.
 * The reason is only logged and not disclosed to the caller.
 */
export function createBasicGate({ store, clock, log }: Host): (user: Principal) => boolean {
    /** Whether a property is on; if absent, its documented fallback. */
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
