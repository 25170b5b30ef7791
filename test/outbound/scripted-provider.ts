import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Response of a provider to one token request. */
export interface Answer {
    status?: number
    contentType?: string | null
    body: string
    /** Closes the connection without a response. */
    hangUp?: boolean
}

/** A token endpoint with scripted responses that records requests. */
export interface ScriptedProvider {
    tokenUrl: string
    /** Forms and headers of the requests so far. */
    requests: { form: URLSearchParams; authorization: string | undefined }[]
    /** Responses to the next requests; the last one is repeated. */
    answers: Answer[]
    close(): Promise<void>
}

/** A token response as JSON. */
export function tokens(members: Record<string, unknown>): Answer {
    return { body: JSON.stringify({ access_token: 'an access token', expires_in: 600, ...members }) }
}

/** Starts it on a free port of the loopback address. */
export async function startScriptedProvider(...answers: Answer[]): Promise<ScriptedProvider> {
    const requests: ScriptedProvider['requests'] = []
    const server = createServer((request, response) => {
        let body = ''
        request.on('data', (chunk) => (body += chunk))
        request.on('end', () => {
            requests.push({ form: new URLSearchParams(body), authorization: request.headers.authorization })
            const answer = provider.answers.length > 1 ? provider.answers.shift() : provider.answers[0]
            if (answer?.hangUp) return void response.destroy()
            const type = answer?.contentType === undefined ? 'application/json' : answer.contentType
            response.statusCode = answer?.status ?? 200
            if (type !== null) response.setHeader('content-type', type)
            response.end(answer?.body ?? '')
        })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const provider: ScriptedProvider = {
        tokenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
        requests,
        answers,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve())
                server.closeAllConnections()
            }),
    }
    return provider
}
