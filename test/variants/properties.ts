import type { DeployedInstance } from '../support/deployed-instance'

const TABLE = '/api/now/table/sys_properties'

/** Sets a system property as an administrator does; null takes it away, as where an instance was upgraded. */
export async function setProperty(
    { admin }: DeployedInstance,
    name: string,
    value: string | null
): Promise<void> {
    const found = await admin<{ result: { sys_id: string }[] }>(
        'GET',
        `${TABLE}?sysparm_query=name=${name}&sysparm_fields=sys_id`
    )
    const path = found.body.result[0] && `${TABLE}/${found.body.result[0].sys_id}`
    if (value === null && !path) return
    const { status } =
        value === null
            ? await admin('DELETE', path ?? '')
            : await admin(path ? 'PATCH' : 'POST', path ?? TABLE, { name, value })
    if (status >= 300) throw new Error(`${name} could not be set: ${status}`)
}
