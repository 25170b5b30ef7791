import { gs } from '@servicenow/glide'
import type { RESTAPIRequest, RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import { addressKey } from './address-key'
import { findClient, type Client } from './check-client'
import { checkPlace, checkSize, type FormFields } from './form-fields'
import {
    checkRefusals,
    checkRequests,
    isOverLimit,
    isRefusal,
    shouldReport,
    type RequestGroup,
} from './rate-limit'
import { recentRequests } from './recent-requests'
import { recordRequest, type RequestEntry } from './record-request'
import { invalidClient, Refusal, switchedOff, temporarilyUnavailable } from './refusal'
import { readSettings, type Settings } from './settings'
import { wordRefusal, wordSuccess, writeAnswer } from './word-answer'

/** A route that needs no sign-in. */
export interface OpenRoute<T extends { client_id: string }> {
    name: RequestEntry['route']
    /** @throws Refusal where the fields are not what the route takes. */
    parse: (fields: FormFields) => T
    /** Answers a checked request of a registered client. @throws Refusal */
    run: (values: T, settings: Settings) => object
}

/** How a request went on, so far. */
interface Course {
    client: Client | null
    recent: RequestGroup[]
    refusal: Refusal | null
    body: object
}

/**
 * Guards a route that needs no sign-in, answers it and keeps a record: one statement to count, one to check the
 * client, one for the record. Over a limit there is no record, so that nobody can fill the table.
 */
export function serveOpenRoute<T extends { client_id: string }>(
    route: OpenRoute<T>,
    request: RESTAPIRequest,
    response: RESTAPIResponse
): void {
    const start = Date.now()
    const settings = readSettings()
    if (!settings.enabled) return writeAnswer(response, wordRefusal(switchedOff()))
    const address = addressKey(gs.getSession().getClientIP())
    const course = take(route, request, settings, address)
    writeAnswer(response, course.refusal ? wordRefusal(course.refusal) : wordSuccess(course.body))
    if (isOverLimit(course.refusal)) return
    keep(route, course, { settings, address, durationMs: Date.now() - start })
}

function take<T extends { client_id: string }>(
    route: OpenRoute<T>,
    request: RESTAPIRequest,
    settings: Settings,
    address: string
): Course {
    const course: Course = { client: null, recent: [], refusal: null, body: {} }
    try {
        course.recent = recentRequests(address)
        checkRequests(course.recent, settings.requestsPerMinute)
        const fields = (request.queryParams ?? {}) as FormFields
        checkSize(fields, request.headers ?? {})
        checkPlace(request.queryString)
        const values = route.parse(fields)
        course.client = findClient(values.client_id)
        checkRefusals(course.recent, course.client?.sysId ?? '', settings.refusalsPerMinute)
        if (!course.client) throw invalidClient()
        course.body = route.run(values, settings)
    } catch (thrown) {
        // What else is thrown may hold what was sent, so that only its kind goes to the log.
        course.refusal = thrown instanceof Refusal ? thrown : temporarilyUnavailable(500, 'script_error')
    }
    return course
}

function keep<T extends { client_id: string }>(
    route: OpenRoute<T>,
    { client, recent, refusal }: Course,
    { settings, address, durationMs }: { settings: Settings; address: string; durationMs: number }
): void {
    const outcome = refusal?.code ?? 'ok'
    const reported = isRefusal(outcome) && shouldReport(recent, settings.failuresBeforeEvent)
    if (refusal) {
        const who = client ? `client ${client.clientId}` : 'no registered client'
        gs.warn(
            `OpenFin Integration: ${route.name} refused with ${outcome} (${refusal.reason}), ${who}, ${address}`
        )
    }
    try {
        const entry = {
            route: route.name,
            client: client?.sysId ?? '',
            address,
            outcome,
            durationMs,
            reported,
        }
        const record = recordRequest(entry)
        if (reported) gs.eventQueue('x_opfi_openfin.address_failing', record, address, outcome)
    } catch {
        gs.error(`OpenFin Integration: a request to ${route.name} could not be recorded`)
    }
}
