import { gzipSync } from 'node:zlib'
import type { Behaviour } from './misbehaving-server'

/** Marks content of a response that must not be forwarded. */
export const CANARY = 'upstream-canary'

const JSON_TYPE = { 'Content-Type': 'application/json' }
/** Headers that must not be forwarded. */
const UNWANTED = {
    'Set-Cookie': `session=${CANARY}`,
    'X-Upstream': CANARY,
    'WWW-Authenticate': `Basic realm="${CANARY}"`,
    'Access-Control-Allow-Origin': `https://${CANARY}.example`,
}

/** A successful token response. */
export const TOKENS = {
    access_token: 'upstream-access-token',
    refresh_token: 'upstream-refresh-token',
    scope: 'useraccount',
    token_type: 'Bearer',
    expires_in: 7199,
}

/** Responds with a raw body. */
export function answers(
    status: number,
    body: string | Buffer,
    headers: Record<string, string> = {}
): Behaviour {
    return (response) => response.writeHead(status, { ...JSON_TYPE, ...UNWANTED, ...headers }).end(body)
}

/** Responds with JSON, with the canary added if it is an object. */
export function answersJson(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
    return answers(status, JSON.stringify(isObject ? { ...body, note: CANARY } : body), headers)
}

/** Responds with tokens and the given members replaced; undefined omits a member. */
export function answersTokens(different: Record<string, unknown> = {}): Behaviour {
    return answersJson(200, { ...TOKENS, ...different })
}

/** Responds with an HTML page. */
export function answersPage(status: number): Behaviour {
    return answers(status, `<!doctype html><title>Log in</title>${CANARY}`, { 'Content-Type': 'text/html' })
}

/** Redirects the caller. */
export function redirects(status: number, target: string): Behaviour {
    return answers(status, CANARY, { Location: `${target}/${CANARY}` })
}

/** Sends a number of megabytes. */
export function answersMegabytes(count: number): Behaviour {
    const megabyte = Buffer.alloc(1024 * 1024, 'x')
    return (response) => {
        response.writeHead(200, JSON_TYPE)
        let left = count
        const more = () => {
            while (left-- > 0) if (!response.write(megabyte)) return void response.once('drain', more)
            response.end()
        }
        more()
    }
}

/** Sends few bytes that decompress to a number of megabytes. */
export function answersBomb(megabytes: number): Behaviour {
    return answers(200, gzipSync(Buffer.alloc(megabytes * 1024 * 1024)), { 'Content-Encoding': 'gzip' })
}

/** Sends a valid response byte by byte and never completes it. */
export const drips: Behaviour = (response) => {
    response.writeHead(200, JSON_TYPE)
    const drop = setInterval(() => response.write(' '), 50)
    response.on('close', () => clearInterval(drop))
}

/** Never responds. */
export const hangs: Behaviour = () => undefined

/** Closes the connection without a response. */
export const hangsUp: Behaviour = (_response, { socket }) => socket.destroy()

/** Closes the connection with a TCP reset. */
export const resets: Behaviour = (_response, { socket }) => void socket.resetAndDestroy()

/** Sends something other than HTTP. */
export const babbles: Behaviour = (_response, { socket }) => void socket.end(`220 ${CANARY} ESMTP\r\n`)

/** Declares more (or fewer) bytes than it sends. */
export function miscounts(difference: number): Behaviour {
    return (_response, { socket }) => {
        const body = JSON.stringify(TOKENS)
        const length = body.length + difference
        socket.end(
            `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`
        )
    }
}
