import type { Store } from '../../src/core/store/types'

/** Sets a system property. */
export function setProperty(store: Store, name: string, value: string): void {
    const row = store.first('sys_properties', `name=${name}`)
    if (row) store.update('sys_properties', row['sys_id'] ?? '', { value })
    else store.insert('sys_properties', { name, value, type: 'string' })
}

/**
 * Makes a user external: `snc_internal` must be removed before `snc_external` can be granted (DOCS
 * explicit-roles).
 */
export function makeExternal(store: Store, userName: string): void {
    const user = store.first('sys_user', `user_name=${userName}`)?.['sys_id'] ?? ''
    store.deleteMultiple('sys_user_has_role', `user=${user}^role.name=snc_internal`)
    const role = store.first('sys_user_role', 'name=snc_external')?.['sys_id'] ?? ''
    store.insert('sys_user_has_role', { user, role })
}

/** Lets external users read a table: "access to records is granted through ACLs" (DOCS explicit-roles). */
export function openToExternal(store: Store, table: string): void {
    store.insert('sys_security_acl_role', {
        sys_security_acl:
            store.first('sys_security_acl', `name=${table}^operation=read^type=record`)?.['sys_id'] ?? '',
        sys_user_role: store.first('sys_user_role', 'name=snc_external')?.['sys_id'] ?? '',
    })
}
