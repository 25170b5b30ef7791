import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { errorEnvelope } from './envelope'

/** Statuses of requests that the HTTP parser rejects; all others are 400. */
const STATUSES: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/**
 * Responds to a malformed HTTP request, or one whose header is too long, with the usual envelope and headers,
 * and closes the connection. Routes and hooks never see such requests.
 */
export function endBadConnection(error: NodeJS.ErrnoException, socket: Socket): void {
    if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy()
        return
    }
    const status = STATUSES[error.code ?? ''] ?? 400
    const reason = STATUS_CODES[status] ?? ''
    const body = JSON.stringify(errorEnvelope(reason))
    const head = [
        `HTTP/1.1 ${status} ${reason}`,
        'Server: ServiceNow',
        'X-Content-Type-Options: nosniff',
        'Cache-Control: no-cache,no-store,must-revalidate,max-age=-1',
        'Content-Type: application/json;charset=UTF-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
