import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request received by a recording server. */
export interface Received {
    method: string
    /** The request target. */
    target: string
    /** Names in lower case. */
    headers: Record<string, string | string[] | undefined>
    /** The raw body. */
    body: string
    /** The form's names and values, decoded once, in the order sent. */
    form: [string, string][]
}

/** Response of a recording server. */
export interface Answer {
    status: number
    headers: Record<string, string | string[]>
    body: string
}

/** A server that records requests and returns configured responses. */
export interface RecordingServer {
    /** `http://127.0.0.1:50000`, without a trailing slash. */
    readonly url: string
    /** Response to the next requests. */
    answer: Answer
    /** All requests since the last call. */
    take(): Received[]
    close(): Promise<void>
}

/** A successful token response. */
const TOKENS: Answer = {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
        access_token: 'an-access-token',
        refresh_token: 'a-refresh-token',
        expires_in: 1799,
        scope: 'useraccount',
        token_type: 'Bearer',
    }),
}

/** Starts a recording server on loopback; it returns {@link TOKENS} by default. */
export async function startRecordingServer(): Promise<RecordingServer> {
    let received: Received[] = []
    const server = createServer((request, response) => {
        void readBody(request).then((body) => {
            received.push({
                method: request.method ?? '',
                target: request.url ?? '',
                headers: request.headers,
                body,
                form: [...new URLSearchParams(body)],
            })
            const { status, headers, body: text } = recorder.answer
            response.writeHead(status, headers).end(text)
        })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const recorder: RecordingServer = {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        answer: TOKENS,
        take() {
            const taken = received
            received = []
            return taken
        },
        close() {
            server.closeAllConnections()
            return new Promise((resolve) => server.close(() => resolve()))
        },
    }
    return recorder
}

async function readBody(request: IncomingMessage): Promise<string> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    return Buffer.concat(parts).toString('utf8')
}
