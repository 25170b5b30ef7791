import type { FastifyReply } from 'fastify'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import { sendError } from '../../core/http/envelope'
import type { ScriptOutcome } from '../../core/script-host'

/** Suffix that the platform adds to the detail of an unhandled script error (observed). */
const CHECK_LOGS =
    'Check logs for error trace or enable glide.rest.debug property to verify REST request processing'

/** Headers that are reserved for the connection or the platform and cannot be set by a script. */
const RESERVED = [
    'connection',
    'content-length',
    'transfer-encoding',
    'set-cookie',
    'content-type',
    'upgrade',
]

/** Error text of a transaction cancelled by a quota rule. */
const CANCELLED = 'Transaction cancelled: maximum execution time exceeded'

/** Sends the response of a scripted REST operation, or the platform's error envelope if it failed. */
export function sendOutcome(reply: FastifyReply, { error, rest }: ScriptOutcome): FastifyReply {
    if (error?.code === 'thread_lost') return sendError(reply, 503, 'Service unavailable')
    // A script that throws produces its own error envelope; other failures produce none.
    if (error && !(rest && error.code === 'script_error')) {
        const message = error.code === 'time_limit' ? CANCELLED : error.message
        return sendError(reply, 500, message, `${message} ${CHECK_LOGS}`)
    }
    if (!rest) return reply.code(200).send()
    if (!Number.isInteger(rest.status) || rest.status < 200 || rest.status > 599) {
        const message = `Invalid response status ${rest.status}`
        return sendError(reply, 500, message, `${message} ${CHECK_LOGS}`)
    }
    void reply.code(rest.status).header('Cache-Control', 'no-cache,no-store,must-revalidate,max-age=-1')
    for (const [name, value] of Object.entries(rest.headers)) {
        if (RESERVED.includes(name.toLowerCase())) continue
        if (!isHeader(name, value)) {
            const message = 'Invalid response header'
            return sendError(reply, 500, message, `${message} ${CHECK_LOGS}`)
        }
        void reply.header(name, value)
    }
    if (rest.status === 204 || rest.status === 304) return reply.send()
    if (rest.contentType !== null) void reply.type(rest.contentType)
    // Without a content type, no type may be sent for the client to interpret.
    return rest.body === '' ? reply.send() : reply.send(rest.body)
}

function isHeader(name: string, value: string): boolean {
    try {
        validateHeaderName(name)
        validateHeaderValue(name, value)
        return true
    } catch {
        return false
    }
}
