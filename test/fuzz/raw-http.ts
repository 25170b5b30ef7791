import { Agent, request, type IncomingHttpHeaders } from 'node:http'

/** A request to the letter: nothing is encoded, and any header may be set. */
export interface RawRequest {
    method: string
    path: string
    headers?: Record<string, string>
    body?: Buffer
}

/** Its answer. */
export interface RawAnswer {
    status: number
    headers: IncomingHttpHeaders
    body: string
}

/** How long an answer may take, in ms; a target that hangs is to fail, not to hang as well. */
const PATIENCE_MS = 60_000

/** Sends requests to one server over a connection that is kept. */
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
