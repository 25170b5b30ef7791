import { connect } from 'node:net'

/** A raw request, without the corrections of a client library. */
export interface RawRequest {
    method?: string
    /** The literal request target: a path or an absolute URL (RFC 9112 §3.2). */
    target: string
    /** Header lines, in this order; `Host` and `Content-Length` are added if missing. */
    headers?: [string, string][]
    body?: string | Buffer
    /** Sends the body in chunks, without a `Content-Length` (RFC 9112 §7.1). */
    chunked?: boolean
}

/** A raw response. */
export interface RawAnswer {
    status: number
    /** In the order sent, names in lower case. */
    headers: [string, string][]
    body: string
    /** The values of a header; empty if there is none. */
    header(name: string): string[]
    /** The parsed body. @throws SyntaxError if it is not JSON */
    json<T = Record<string, unknown>>(): T
}

/** Sends one request over its own connection and reads until the connection ends. */
export function sendRaw(instanceUrl: string, request: RawRequest): Promise<RawAnswer> {
    const { hostname, port, host } = new URL(instanceUrl)
    return new Promise((resolve, reject) => {
        const parts: Buffer[] = []
        const socket = connect(Number(port), hostname)
        let failure: Error | undefined
        // The instance may close the connection while a long body is still being sent; what it sent before
        // counts.
        socket.on('error', (error) => (failure = error))
        socket.on('data', (part) => parts.push(part))
        socket.on('close', () => {
            const received = Buffer.concat(parts)
            if (received.length > 0) resolve(readAnswer(received))
            else reject(failure ?? new Error('the connection ended without a response'))
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
