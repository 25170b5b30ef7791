import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The measured job. */
export const REFRESH_JOB = 'OpenFin: refresh OAuth tokens'
/** Seconds that each access token of the measured provider holds. */
export const ACCESS_TOKEN_S = 1800

/**
 * A token endpoint that issues new tokens after a delay in ms, and records the refresh tokens that it
 * received.
 */
export async function startTokenEndpoint(delayMs: number) {
    const asked: string[] = []
    const server = createServer((request, response) => {
        let form = ''
        request.on('data', (chunk) => (form += chunk))
        request.on('end', () => {
            const number = asked.push(new URLSearchParams(form).get('refresh_token') ?? '')
            const body = JSON.stringify({
                access_token: `access token ${number}`,
                refresh_token: `refresh token ${number}`,
                expires_in: ACCESS_TOKEN_S,
            })
            setTimeout(() => {
                response.writeHead(200, { 'content-type': 'application/json' }).end(body)
            }, delayMs)
        })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
        tokenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
        asked: asked as readonly string[],
        close: () =>
            new Promise<void>((resolve) => {
                server.close(() => resolve())
                server.closeAllConnections()
            }),
    }
}
