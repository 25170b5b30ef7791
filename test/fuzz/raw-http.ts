import { Agent, request, type IncomingHttpHeaders } from 'node:http'

/** A raw request: nothing is encoded, and any header may be set. */
export interface RawRequest {
    method: string
    path: string
    headers?: Record<string, string>
    body?: Buffer
}

/** Its response. */
export interface RawAnswer {
    status: number
    headers: IncomingHttpHeaders
    body: string
}

/** Time limit of a response, in ms, so that a hanging target fails the run instead of blocking it. */
const PATIENCE_MS = 60_000

/** Sends requests to one server over a keep-alive connection. */
export function openConnection(url: string) {
    const { hostname, port } = new URL(url)
    const agent = new Agent({ keepAlive: true, maxSockets: 4 })
    return {
        send: ({ method, path, headers = {}, body }: RawRequest): Promise<RawAnswer> =>
            new Promise((resolve, reject) => {
                const sent = request({ agent, hostname, port, method, path, headers, timeout: PATIENCE_MS })
                sent.on('timeout', () => sent.destroy(new Error('no answer')))
                sent.on('error', reject)
                sent.on('response', (response) => {
                    const chunks: Buffer[] = []
                    response.on('error', reject)
                    response.on('data', (chunk: Buffer) => chunks.push(chunk))
                    response.on('end', () =>
                        resolve({
                            status: response.statusCode ?? 0,
                            headers: response.headers,
                            body: Buffer.concat(chunks).toString('utf8'),
                        })
                    )
                })
                sent.end(body)
            }),
        end: () => agent.destroy(),
    }
}
