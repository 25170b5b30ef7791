import { GlideAggregate, GlideDateTime } from '@servicenow/glide'
import { WINDOW_S, type RequestGroup } from './rate-limit'

/** Counts the requests of an address within the last minute. One statement. */
export function recentRequests(address: string): RequestGroup[] {
    const since = new GlideDateTime()
    since.addSeconds(-WINDOW_S)
    const requests = new GlideAggregate('x_opfi_openfin_request')
    requests.addQuery('address', '=', address)
    requests.addQuery('sys_created_on', '>', since.getValue())
    requests.addAggregate('COUNT', 'outcome')
    requests.groupBy('outcome')
    requests.groupBy('client')
    requests.groupBy('reported')
    requests.query()
    const groups: RequestGroup[] = []
    while (requests.next()) {
        groups.push({
            outcome: requests.getValue('outcome') ?? '',
            client: requests.getValue('client') ?? '',
            reported: ['1', 'true'].includes(requests.getValue('reported')),
            count: Number(requests.getAggregate('COUNT', 'outcome')),
        })
    }
    return groups
}
