import { PATHS, SCRIPTED, UPSTREAM, type Route } from './paths'
import type { Exchange } from './exchange'
import type { Troubles } from './troubles'

/** Responses of the open routes while the upstream endpoint has a fault. */
const UPSTREAM_STATUSES = [429, 502, 503, 504]

/**
 * Attributes a refusal to a current fault.
 *
 * @param path if it differs from the route's, as for a single record
 * @returns the refusal and its cause; undefined if nothing explains it
 */
export function explain(
    troubles: Troubles,
    route: Route,
    refusal: Exchange<unknown>,
    path: string = PATHS[route]
): string | undefined {
    const { status } = refusal
    if (status === 0 && troubles.during(refusal, 'kill').length > 0) return 'no response (process killed)'
    const own = troubles.faults(refusal, path).find((fault) => fault.status === status)
    if (own) return status === 0 ? 'no response (fault)' : `${status} (fault)`
    const upstream = UPSTREAM[route]
    if (upstream && UPSTREAM_STATUSES.includes(status) && isTemporary(refusal.body)) {
        if (troubles.faults(refusal, upstream).length > 0) return `${status} (fault behind the route)`
    }
    if (status === 503 && SCRIPTED.includes(route) && troubles.during(refusal, 'memory hog').length > 0) {
        return '503 (script threads ended)'
    }
    return undefined
}

/** The actual outcome, for the list of losses; of a response's text only the error code. */
export function inWords({ status, body }: Exchange<unknown>): string {
    if (status === 0) return 'no answer'
    if (status === -1) return 'response timeout'
    if (status === -2) return 'an unreadable response'
    const code = codeOf(body)
    return code ? `${status} ${code}` : String(status)
}

/** The error code of the app's own refusals. */
export function codeOf(body: unknown): string | undefined {
    const code = (body as { error?: { code?: unknown } } | undefined)?.error?.code
    return typeof code === 'string' ? code : undefined
}

function isTemporary(body: unknown): boolean {
    return codeOf(body) === 'temporarily_unavailable'
}
