/** The entry `./requests` with the entities, as in its documentation. Compiled, never run. */
import type { ServiceNowConnection, ServiceNowEntities } from 'openfin-servicenow-client'
import {
    attachments,
    batch,
    pages,
    records,
    script,
    tableEndpoint,
    where,
} from 'openfin-servicenow-client/requests'

type Incident = ServiceNowEntities.Core.Incident
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const yes = <T extends true>(): T | undefined => undefined
const take = <T>(value: T): T => value

export async function use(connection: ServiceNowConnection, file: File): Promise<void> {
    const query = where<Incident>('active', '=', true)
        .and('opened_at', '>', script('gs.daysAgoStart(7)'))
        .or('caller_id.email', 'IN', ['a@example.com'])
        .orderBy('number')
    // @ts-expect-error -- no column of an incident
    where<Incident>('colour', '=', 'red')
    // @ts-expect-error -- a list takes values
    where<Incident>('number', 'IN', 'INC1')
    // @ts-expect-error -- no column of an incident
    query.orderByDesc('colour')

    const endpoint = tableEndpoint<Incident>('incident', { query, fields: ['number', 'caller_id.name'] })
    for await (const page of pages<Incident>(connection, endpoint, { pageSize: 50 })) {
        take<Incident[]>(page.records)
        yes<Equal<typeof page.total, number | undefined>>()
    }
    for await (const incident of records<Incident>(connection, endpoint)) take<Incident>(incident)

    const [list, created] = await batch<[Incident[], Incident]>(connection, [
        { endpoint },
        { endpoint: '/api/now/table/incident', method: 'POST', data: { short_description: 'Dark' } },
    ])
    if (list.ok) yes<Equal<typeof list.data, Incident[] | undefined>>()
    else list.error.code.toUpperCase()
    if (created.ok) yes<Equal<typeof created.data, Incident | undefined>>()
    // @ts-expect-error -- one call too few
    await batch<[Incident, Incident]>(connection, [{ endpoint }])

    const files = attachments(connection)
    const { sys_id } = await files.upload({ table: 'incident', sysId: 'x', file })
    const blob = await files.download(sys_id, { onProgress: ({ loaded, total }) => loaded / total })
    take<Blob>(blob)
}
