import { SEND_RAW, type RawAnswer, type RawRequest } from '../../src/page/raw-call'
import type { ServiceNowConnection } from '../../src/types/connection'

/** A connection whose worker is a function, and the messages sent to it. */
export function connectionTo(
    answer: (request: RawRequest) => Partial<RawAnswer> | Promise<Partial<RawAnswer>>
): { connection: ServiceNowConnection; sent: RawRequest[] } {
    const sent: RawRequest[] = []
    const connection = {
        instanceUrl: 'https://example.service-now.com',
        [SEND_RAW]: async (request: RawRequest): Promise<RawAnswer> => {
            sent.push(request)
            return { status: 200, headers: {}, ...(await answer(request)) }
        },
    }
    return { connection: connection as unknown as ServiceNowConnection, sent }
}
