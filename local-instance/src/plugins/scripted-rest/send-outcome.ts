import type { FastifyReply } from 'fastify'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import { sendError } from '../../core/http/envelope'
import type { ScriptOutcome } from '../../core/script-host'

/** What the platform adds to the detail of an error that a script did not handle (observed). */
const CHECK_LOGS =
    'Check logs for error trace or enable glide.rest.debug property to verify REST request processing'

/** Headers that belong to the connection or to the platform, not to a script. */
const RESERVED = [
    'connection',
    'content-length',
    'transfer-encoding',
    'set-cookie',
    'content-type',
    'upgrade',
]

/** The text of a transaction that a quota rule ended. */
const CANCELLED = 'Transaction cancelled: maximum execution time exceeded'

/** Answers with what a scripted REST operation left, or with the platform's envelope where it failed. */
export function sendOutcome(reply: FastifyReply, { error, rest }: ScriptOutcome): FastifyReply {
    if (error?.code === 'thread_lost') return sendError(reply, 503, 'Service unavailable')
    // A script that throws leaves the envelope of what it threw; other endings leave nothing.
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
    // Without a type nothing may be sent that a client would take for one.
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
