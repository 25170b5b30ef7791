import type { InstanceClient } from '../instance-client'
import { SetupError } from '../setup-error'
import { readResult } from '../table-client'

/**
 * Sends GET requests to APIs of the instance as one request of the Batch API (DOCS batch-api).
 *
 * @returns the member `result` of each response, in order
 * @throws SetupError if the batch or one of its requests fails, or a limit leaves some unserviced
 */
export async function getInBatch(client: InstanceClient, paths: readonly string[]): Promise<unknown[]> {
    const answer = await client.send({
        method: 'POST',
        path: '/api/now/v1/batch',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
            batch_request_id: '1',
            rest_requests: paths.map((url, index) => ({
                id: String(index),
                method: 'GET',
                url,
                headers: [{ name: 'Accept', value: 'application/json' }],
                exclude_response_headers: true,
            })),
        }),
    })
    // Its response has no member `result`.
    const batch = readResult(client.url, 'POST batch', { ...answer, text: asResult(answer.text) })
    const { serviced_requests: serviced } = Object(batch) as { serviced_requests?: unknown }
    const byId = new Map(
        (Array.isArray(serviced) ? serviced : []).map((one: unknown) => {
            const { id, body, status_code: status } = Object(one) as Record<string, unknown>
            return [String(id), { body: String(body ?? ''), status: Number(status) }]
        })
    )
    return paths.map((path, index) => {
        const part = byId.get(String(index))
        if (!part)
            throw new SetupError('request_failed', 'The instance did not respond to a part of a batch.')
        const text = new TextDecoder().decode(
            Uint8Array.from(atob(part.body), (character) => character.charCodeAt(0))
        )
        const name = `GET ${path.split('?', 1)[0]}`
        return readResult(client.url, name, { status: part.status, headers: answer.headers, text })
    })
}

function asResult(text: string): string {
    try {
        const parsed = JSON.parse(text) as object
        return 'error' in parsed ? text : JSON.stringify({ result: parsed })
    } catch {
        return text
    }
}
