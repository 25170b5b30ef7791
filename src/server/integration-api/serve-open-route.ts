import { gs } from '@servicenow/glide'
import type { RESTAPIRequest, RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import { bestEffort, logError, logWarning, raiseEvent } from '../shared/best-effort'
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
import { refusalResponse, successResponse, writeResponse } from './response'

/** A route that needs no sign-in. */
export interface OpenRoute<T extends { client_id: string }> {
    name: RequestEntry['route']
    /** Validates the form fields. @throws Refusal if they are invalid */
    parse: (fields: FormFields) => T
    /** Handles a validated request of a registered client; returns the response body. @throws Refusal */
    run: (values: T, settings: Settings) => object
}

/** State of a request. */
interface Course {
    /** Null if they could not be read. */
    settings: Settings | null
    /** Key of the client address. */
    address: string
    client: Client | null
    recent: RequestGroup[]
    refusal: Refusal | null
    body: object
}

/**
 * Checks and handles a request to a route that needs no sign-in, and records it: one statement to count, one to check the
 * client, one for the record. Requests over a limit are not recorded, so that they cannot fill the table. A failure after
 * the response was written must not replace it, because the code is used up by then.
 */
export function serveOpenRoute<T extends { client_id: string }>(
    route: OpenRoute<T>,
    request: RESTAPIRequest,
    response: RESTAPIResponse
): void {
    const start = Date.now()
    const course = take(route, request)
    writeResponse(response, course.refusal ? refusalResponse(course.refusal) : successResponse(course.body))
    if (isOverLimit(course.refusal) || course.settings?.enabled === false) return
    keep(route, course, Date.now() - start)
}

function take<T extends { client_id: string }>(route: OpenRoute<T>, request: RESTAPIRequest): Course {
    const course: Course = {
        settings: null,
        address: addressKey(null),
        client: null,
        recent: [],
        refusal: null,
        body: {},
    }
    try {
        const settings = (course.settings = readSettings())
        if (!settings.enabled) throw switchedOff()
        course.address = addressKey(clientAddress())
        course.recent = recentRequests(course.address)
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
        // Other exceptions may contain input of the caller, so only a fixed reason is logged.
        course.refusal = thrown instanceof Refusal ? thrown : temporarilyUnavailable(500, 'script_error')
    }
    return course
}

/** Null if the platform does not return it; all callers then share one limit. */
function clientAddress(): unknown {
    try {
        return gs.getSession().getClientIP()
    } catch {
        return null
    }
}

/** Records first, since the limits count records; a failing log or event must not prevent that. */
function keep<T extends { client_id: string }>(
    route: OpenRoute<T>,
    { settings, address, client, recent, refusal }: Course,
    durationMs: number
): void {
    const outcome = refusal?.code ?? 'ok'
    const reported =
        settings !== null && isRefusal(outcome) && shouldReport(recent, settings.failuresBeforeEvent)
    const entry = { route: route.name, client: client?.sysId ?? '', address, outcome, durationMs, reported }
    const record = bestEffort(() => recordRequest(entry))
    if (!record) logError(`OpenFin Integration: a request to ${route.name} could not be recorded`)
    if (refusal) {
        const who = client ? `client ${client.clientId}` : 'no registered client'
        logWarning(
            `OpenFin Integration: ${route.name} refused with ${outcome} (${refusal.reason}), ${who}, ${address}`
        )
    }
    if (record && reported) raiseEvent('x_opfi_openfin.address_failing', record, [address, outcome])
}
