import type { LocalInstance } from 'openfin-servicenow-local-instance'

/** Sets a system property, as an administrator would. */
export function setProperty({ host: { store } }: LocalInstance, name: string, value: string): void {
    const row = store.first('sys_properties', `name=${name}`)
    if (row) store.update('sys_properties', row['sys_id'] ?? '', { value })
    else store.insert('sys_properties', { name, value, type: 'string' })
}

/** Makes a user external: `snc_internal` has to go before `snc_external` can come (DOCS explicit-roles). */
export function makeExternal({ host: { store } }: LocalInstance, userName: string): void {
    const user = store.first('sys_user', `user_name=${userName}`)?.['sys_id'] ?? ''
    store.deleteMultiple('sys_user_has_role', `user=${user}^role.name=snc_internal`)
    const role = store.first('sys_user_role', 'name=snc_external')?.['sys_id'] ?? ''
    store.insert('sys_user_has_role', { user, role })
}

/** Messages of the instance's log, newest first. */
export async function logOf(instance: LocalInstance): Promise<string[]> {
    const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`
    const response = await fetch(`${instance.url}/local/log`, { headers: { authorization } })
    const { result } = (await response.json()) as { result: { message: string }[] }
    return result.map(({ message }) => message)
}

/** Lets external users read a table: "access to records is granted through ACLs" (DOCS explicit-roles). */
export function openToExternal({ host: { store } }: LocalInstance, table: string): void {
    store.insert('sys_security_acl_role', {
        sys_security_acl:
            store.first('sys_security_acl', `name=${table}^operation=read^type=record`)?.['sys_id'] ?? '',
        sys_user_role: store.first('sys_user_role', 'name=snc_external')?.['sys_id'] ?? '',
    })
}
