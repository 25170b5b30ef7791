import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { newSysId } from '../../core/store/record-id'

/** Inputs of the step "Create a User". */
export interface NewUser {
    firstName: string
    lastName: string
    /** sys_ids of the roles. */
    roles: readonly string[]
}

/**
 * Creates a test user with the roles and without a password.
 *
 * @returns undefined if there is no such role
 */
export function createUser(host: Host, { firstName, lastName, roles }: NewUser): Principal | undefined {
    const { store } = host
    if (roles.some((role) => !store.get('sys_user_role', role))) return undefined
    const id = newSysId()
    store.insert('sys_user', {
        ...{ sys_id: id, user_name: `atf.${id}`, active: 'true' },
        ...{ first_name: firstName, last_name: lastName },
    })
    for (const role of roles) store.insert('sys_user_has_role', { user: id, role, state: 'active' })
    return host.principalOf(id, 'session')
}

/** Deletes a test user with its roles, like the framework's rollback. */
export function deleteUser({ store }: Host, id: string): void {
    store.deleteMultiple('sys_user_has_role', `user=${id}`)
    store.delete('sys_user', id)
}
