import type { DeployedInstance } from './deployed-instance'

/** Sets a system property as an administrator; the property must exist. */
export async function setProperty(instance: DeployedInstance, name: string, value: string): Promise<void> {
    const { body } = await instance.admin<{ result: { sys_id: string }[] }>(
        'GET',
        `/api/now/table/sys_properties?sysparm_query=name=${name}&sysparm_fields=sys_id`
    )
    const path = `/api/now/table/sys_properties/${body.result[0]?.sys_id}`
    const { status } = await instance.admin('PATCH', path, { value })
    if (status !== 200) throw new Error(`${name} could not be set: ${status}`)
}
