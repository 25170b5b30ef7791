import { gzipSync } from 'node:zlib'
import type { Behaviour } from './misbehaving-server'

/** In whatever a behaviour sends that must go no further. */
export const CANARY = 'upstream-canary'

const JSON_TYPE = { 'Content-Type': 'application/json' }
/** Headers that nobody may see passed on. */
const UNWANTED = {
    'Set-Cookie': `session=${CANARY}`,
    'X-Upstream': CANARY,
    'WWW-Authenticate': `Basic realm="${CANARY}"`,
    'Access-Control-Allow-Origin': `https://${CANARY}.example`,
}

/** What a token endpoint answers when all is well. */
export const TOKENS = {
    access_token: 'upstream-access-token',
    refresh_token: 'upstream-refresh-token',
    scope: 'useraccount',
    token_type: 'Bearer',
    expires_in: 7199,
}

/** Answers with a body as it is. */
export function answers(
    status: number,
    body: string | Buffer,
    headers: Record<string, string> = {}
): Behaviour {
    return (response) => response.writeHead(status, { ...JSON_TYPE, ...UNWANTED, ...headers }).end(body)
}

/** Answers with JSON, which holds the canary if it is an object. */
export function answersJson(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
    return answers(status, JSON.stringify(isObject ? { ...body, note: CANARY } : body), headers)
}

/** Answers with tokens of which some members are different; undefined leaves one out. */
export function answersTokens(different: Record<string, unknown> = {}): Behaviour {
    return answersJson(200, { ...TOKENS, ...different })
}

/** Answers with a page. */
export function answersPage(status: number): Behaviour {
    return answers(status, `<!doctype html><title>Log in</title>${CANARY}`, { 'Content-Type': 'text/html' })
}

/** Sends the caller elsewhere. */
export function redirects(status: number, target: string): Behaviour {
    return answers(status, CANARY, { Location: `${target}/${CANARY}` })
}

/** Sends so many megabytes. */
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

/** Sends few bytes that unpack to so many megabytes. */
export function answersBomb(megabytes: number): Behaviour {
    return answers(200, gzipSync(Buffer.alloc(megabytes * 1024 * 1024)), { 'Content-Encoding': 'gzip' })
}

/** Begins a good answer and never gets to its end, a byte at a time. */
export const drips: Behaviour = (response) => {
    response.writeHead(200, JSON_TYPE)
    const drop = setInterval(() => response.write(' '), 50)
    response.on('close', () => clearInterval(drop))
}

/** Never answers. */
export const hangs: Behaviour = () => undefined

/** Ends the connection without a word. */
export const hangsUp: Behaviour = (_response, { socket }) => socket.destroy()

/** Ends the connection with a TCP reset. */
export const resets: Behaviour = (_response, { socket }) => void socket.resetAndDestroy()

/** Speaks something else than HTTP. */
export const babbles: Behaviour = (_response, { socket }) => void socket.end(`220 ${CANARY} ESMTP\r\n`)

/** Announces so many bytes more (or fewer) than it sends. */
export function miscounts(difference: number): Behaviour {
    return (_response, { socket }) => {
        const body = JSON.stringify(TOKENS)
        const length = body.length + difference
        socket.end(
            `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`
        )
    }
}
