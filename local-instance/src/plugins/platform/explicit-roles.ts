import { EXTERNAL_ROLE, hasExplicitRoles, INTERNAL_ROLE } from '../../core/explicit-roles'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { recordId } from '../../core/store/record-id'
import { StoreError, type Store, type WriteRule } from '../../core/store/types'

/** sys_ids of the two roles. */
const INTERNAL = recordId('sys_user_role', INTERNAL_ROLE)
const EXTERNAL = recordId('sys_user_role', EXTERNAL_ROLE)

/** Classes of users who get `snc_external`, including their subclasses (description of the property). */
export const EXTERNAL_CLASSES = 'glide.security.explicit_roles.internal_user_blacklist'

/** Whether the user's class or one of its parents is for external users. */
function isOfExternalClass(store: Store, lineage: readonly string[]): boolean {
    const classes = (store.property(EXTERNAL_CLASSES) ?? '').split(',').map((name) => name.trim())
    return lineage.some((name) => classes.includes(name))
}

/** The role and all contained roles, by sys_id. */
function contained(store: Store, role: string): Set<string> {
    const seen = new Set<string>()
    const open = [role]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (seen.has(next)) continue
        seen.add(next)
        const rows = store.query('sys_user_role_contains', { query: `role=${next}` })
        open.push(...rows.map((row) => row['contains'] ?? ''))
    }
    return seen
}

/** All roles of a user, by sys_id, including group and contained roles. */
function rolesOf(store: Store, user: string): Set<string> {
    const groups = store.query('sys_user_grmember', { query: `user=${user}` })
    const links = [
        ...store.query('sys_user_has_role', { query: `user=${user}` }),
        ...groups.flatMap(({ group }) =>
            store.query('sys_group_has_role', { query: `group=${group ?? ''}` })
        ),
    ]
    return new Set(links.flatMap(({ role }) => [...contained(store, role ?? '')]))
}

/**
 * The principal of a user who signs in. A user with neither explicit role is granted `snc_internal`, unless
 * the property `glide.security.explicit_roles.do_not_fix` prevents it (DOCS explicit-roles).
 *
 * @returns undefined for an unknown, inactive or locked-out user
 */
export function signedInUser(host: Host, userId: string, by: Principal['by']): Principal | undefined {
    const { store } = host
    const user = host.principalOf(userId, by)
    if (!user || user.roles.has(INTERNAL_ROLE) || user.roles.has(EXTERNAL_ROLE)) return user
    if (!hasExplicitRoles(store)) return user
    if (store.property('glide.security.explicit_roles.do_not_fix') === 'true') return user
    store.insert('sys_user_has_role', { user: userId, role: INTERNAL })
    return host.principalOf(userId, by)
}

/** The plug-in's record rules. */
export const explicitRoleRules: WriteRule[] = [
    {
        table: 'sys_user',
        on: ['insert'],
        run({ values, table, store }) {
            if (!isOfExternalClass(store, table.lineage)) return
            store.insert('sys_user_has_role', { user: values['sys_id'] ?? null, role: EXTERNAL })
        },
    },
    {
        // No user may have both roles (DOCS explicit-roles, "Mutual exclusion"). Groups and role containment
        // are not checked.
        table: 'sys_user_has_role',
        on: ['insert'],
        run({ values, store }) {
            if (!hasExplicitRoles(store)) return
            const given = contained(store, values['role'] ?? '')
            if (!given.has(INTERNAL) && !given.has(EXTERNAL)) return
            const roles = new Set([...rolesOf(store, values['user'] ?? ''), ...given])
            if (roles.has(INTERNAL) && roles.has(EXTERNAL)) {
                throw new StoreError(
                    'refused',
                    `A user cannot have both ${INTERNAL_ROLE} and ${EXTERNAL_ROLE}`
                )
            }
        },
    },
]
