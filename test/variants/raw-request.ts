import { request, type IncomingHttpHeaders } from 'node:http'

/** An answer as it came over the wire. */
export interface RawAnswer {
    status: number
    headers: IncomingHttpHeaders
    text: string
}

/** Sends headers to the letter, those of one name several times where it has a list, as no `fetch` would. */
export function rawRequest(
    url: string,
    {
        method,
        headers = {},
        body = '',
    }: { method: string; headers?: Record<string, string | string[]>; body?: string }
): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
        const sent = request(url, { method, headers, agent: false }, (answer) => {
            const chunks: Buffer[] = []
            answer.on('data', (chunk: Buffer) => chunks.push(chunk))
            answer.on('error', reject)
            answer.on('end', () =>
                resolve({
                    status: answer.statusCode ?? 0,
                    headers: answer.headers,
                    text: Buffer.concat(chunks).toString('utf8'),
                })
            )
        })
        sent.on('error', reject)
        sent.end(body)
    })
}
