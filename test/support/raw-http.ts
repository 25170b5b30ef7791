import { connect } from 'node:net'

/** A request as it goes over the wire, without anything that a client library would put right. */
export interface RawRequest {
    method?: string
    /** The request target, word for word: a path, or an absolute address (RFC 9112 §3.2). */
    target: string
    /** Lines of the head, in this order; `Host` and `Content-Length` are added where they are missing. */
    headers?: [string, string][]
    body?: string | Buffer
    /** Sends the body in chunks, so that no header tells its length (RFC 9112 §7.1). */
    chunked?: boolean
}

/** An answer as it came over the wire. */
export interface RawAnswer {
    status: number
    /** In the order sent, names in lower case. */
    headers: [string, string][]
    body: string
    /** The values of a header; empty where there is none. */
    header(name: string): string[]
    /** The parsed body. @throws SyntaxError where it is no JSON */
    json<T = Record<string, unknown>>(): T
}

/** Sends one request over a connection of its own and reads what comes until its end. */
export function sendRaw(instanceUrl: string, request: RawRequest): Promise<RawAnswer> {
    const { hostname, port, host } = new URL(instanceUrl)
    return new Promise((resolve, reject) => {
        const parts: Buffer[] = []
        const socket = connect(Number(port), hostname)
        let failure: Error | undefined
        // The instance may end the connection while a long body is still on its way; what it said before counts.
        socket.on('error', (error) => (failure = error))
        socket.on('data', (part) => parts.push(part))
        socket.on('close', () => {
            const received = Buffer.concat(parts)
            if (received.length > 0) resolve(readAnswer(received))
            else reject(failure ?? new Error('the connection ended without an answer'))
        })
        socket.write(wireBytes(request, host))
    })
}

function wireBytes(
    { method = 'POST', target, headers = [], body = '', chunked }: RawRequest,
    host: string
): Buffer {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body, 'utf8')
    const has = (name: string) => headers.some(([given]) => given.toLowerCase() === name)
    const lines = [
        `${method} ${target} HTTP/1.1`,
        ...(has('host') ? [] : [`Host: ${host}`]),
        ...headers.map(([name, value]) => `${name}: ${value}`),
        ...(chunked ? ['Transfer-Encoding: chunked'] : []),
        ...(chunked || has('content-length') ? [] : [`Content-Length: ${bytes.length}`]),
        'Connection: close',
    ]
    const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
    return Buffer.concat([head, chunked ? inChunks(bytes) : bytes])
}

function inChunks(bytes: Buffer): Buffer {
    const size = 16_000
    const chunks: Buffer[] = []
    for (let start = 0; start < bytes.length; start += size) {
        const chunk = bytes.subarray(start, start + size)
        chunks.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'))
    }
    return Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')])
}

function readAnswer(received: Buffer): RawAnswer {
    const end = received.indexOf('\r\n\r\n')
    const [first = '', ...lines] = received.toString('latin1', 0, end).split('\r\n')
    const headers = lines.map((line): [string, string] => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    })
    const body = received.toString('utf8', end + 4)
    return {
        status: Number(first.split(' ')[1]),
        headers,
        body,
        header: (name) => headers.filter(([given]) => given === name).map(([, value]) => value),
        json: <T>() => JSON.parse(body) as T,
    }
}
