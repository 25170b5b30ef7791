import type { RawRequest } from '../../src/page/raw-call'
import { connectionTo } from './connection'

/** A call within a batch request. */
export interface Item {
    id: string
    method: string
    url: string
    headers: { name: string; value: string }[]
    body?: string
}

/** The calls of a batch request. */
export const itemsOf = ({ body }: RawRequest): Item[] =>
    (JSON.parse(body as string) as { rest_requests: Item[] }).rest_requests

/** A connection that responds to each item by its index; undefined: unserviced. */
export const serving = (...answers: (object | undefined)[]): ReturnType<typeof connectionTo> =>
    connectionTo((request) => {
        const serviced = itemsOf(request).flatMap(({ id }) => {
            const answer = answers[Number(id)]
            return answer ? [{ id, status_code: 200, ...answer }] : []
        })
        return {
            data: { batch_request_id: '1', serviced_requests: serviced.reverse(), unserviced_requests: [] },
        }
    })
