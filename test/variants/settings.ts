import type { LocalInstance } from 'openfin-servicenow-local-instance'

/** Sets a system property, as an administrator would. */
export function setProperty({ records }: LocalInstance, name: string, value: string): void {
    const row = records.first('sys_properties', `name=${name}`)
    if (row) records.update('sys_properties', row['sys_id'] ?? '', { value })
    else records.insert('sys_properties', { name, value, type: 'string' })
}

/** Makes a user external: `snc_internal` has to go before `snc_external` can come (DOCS explicit-roles). */
export function makeExternal({ records }: LocalInstance, userName: string): void {
    const user = records.first('sys_user', `user_name=${userName}`)?.['sys_id'] ?? ''
    records.deleteMultiple('sys_user_has_role', `user=${user}^role.name=snc_internal`)
    const role = records.first('sys_user_role', 'name=snc_external')?.['sys_id'] ?? ''
    records.insert('sys_user_has_role', { user, role })
}

/** Messages of the instance's log, newest first. */
export async function logOf(instance: LocalInstance): Promise<string[]> {
    const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`
    const response = await fetch(`${instance.url}/local/log`, { headers: { authorization } })
    const { result } = (await response.json()) as { result: { message: string }[] }
    return result.map(({ message }) => message)
}

/** Lets external users read a table: "access to records is granted through ACLs" (DOCS explicit-roles). */
export function openToExternal({ records }: LocalInstance, table: string): void {
    records.insert('sys_security_acl_role', {
        sys_security_acl:
            records.first('sys_security_acl', `name=${table}^operation=read^type=record`)?.['sys_id'] ?? '',
        sys_user_role: records.first('sys_user_role', 'name=snc_external')?.['sys_id'] ?? '',
    })
}
