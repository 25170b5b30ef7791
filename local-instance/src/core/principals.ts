import { keepAllMetadata } from './metadata-cache'
import type { Principal } from './principal'
import type { Store } from './store/types'

/** Unauthenticated requests run as guest, which has no role, not even snc_internal. */
const GUEST_NAME = 'guest'

/** Finds users and their roles, inherited and group roles included; cached until the metadata or the user changes. */
export function createPrincipals(store: Store) {
    let guestId: string | null | undefined
    const roles = keepAllMetadata(store, () => {
        const roleNames = new Map<string, string>()
        const contains = new Map<string, string[]>()
        for (const row of store.query('sys_user_role')) roleNames.set(text(row['sys_id']), text(row['name']))
        for (const row of store.query('sys_user_role_contains')) {
            const role = text(row['role'])
            contains.set(role, [...(contains.get(role) ?? []), text(row['contains'])])
        }
        return { roleNames, contains }
    })

    function rolesOf(userId: string): ReadonlySet<string> {
        const { roleNames, contains } = roles()
        const direct = store.query('sys_user_has_role', { query: `user=${userId}` })
        const groups = store.query('sys_user_grmember', { query: `user=${userId}` })
        const inherited = groups.flatMap((member) =>
            store.query('sys_group_has_role', { query: `group=${text(member['group'])}` })
        )
        const open = [...direct, ...inherited].map((row) => text(row['role']))
        const seen = new Set<string>()
        for (let role = open.pop(); role !== undefined; role = open.pop()) {
            if (seen.has(role)) continue
            seen.add(role)
            open.push(...(contains.get(role) ?? []))
        }
        return new Set([...seen].map((id) => roleNames.get(id)).filter((name) => name !== undefined))
    }

    return {
        /** Undefined for an unknown, inactive or locked-out user. */
        principalOf(userId: string, by: Principal['by']): Principal | undefined {
            const user = store.get('sys_user', userId)
            if (!user || user['active'] !== '1' || user['locked_out'] === '1') return undefined
            return { userId, userName: text(user['user_name']), roles: rolesOf(userId), by }
        },
        /** Looked up once, since every unauthenticated request runs as guest. */
        guest(): Principal {
            guestId ??= store.first('sys_user', `user_name=${GUEST_NAME}`)?.['sys_id']
            return { userId: text(guestId), userName: GUEST_NAME, roles: new Set(), by: 'none' }
        },
    }
}

function text(value: string | null | undefined): string {
    return value ?? ''
}
