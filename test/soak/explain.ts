import { PATHS, SCRIPTED, UPSTREAM, type Route } from './paths'
import type { Exchange } from './exchange'
import type { Troubles } from './troubles'

/** What the open routes answer while the endpoint behind them is in trouble. */
const UPSTREAM_STATUSES = [429, 502, 503, 504]

/**
 * Traces a refusal to the trouble of the moment.
 *
 * @param path Where it is not the route's own, as for a single record
 * @returns what the refusal was and why; undefined where nothing explains it
 */
export function explain(
    troubles: Troubles,
    route: Route,
    refusal: Exchange<unknown>,
    path: string = PATHS[route]
): string | undefined {
    const { status } = refusal
    if (status === 0 && troubles.during(refusal, 'kill').length > 0) return 'no answer (process killed)'
    const own = troubles.faults(refusal, path).find((fault) => fault.status === status)
    if (own) return status === 0 ? 'no answer (fault)' : `${status} (fault)`
    const upstream = UPSTREAM[route]
    if (upstream && UPSTREAM_STATUSES.includes(status) && isTemporary(refusal.body)) {
        if (troubles.faults(refusal, upstream).length > 0) return `${status} (fault behind the route)`
    }
    if (status === 503 && SCRIPTED.includes(route) && troubles.during(refusal, 'memory hog').length > 0) {
        return '503 (script threads ended)'
    }
    return undefined
}

/** What came instead, for the list of losses; nothing of an answer's text but its error code. */
export function inWords({ status, body }: Exchange<unknown>): string {
    if (status === 0) return 'no answer'
    if (status === -1) return 'no answer in time'
    if (status === -2) return 'an unreadable answer'
    const code = codeOf(body)
    return code ? `${status} ${code}` : String(status)
}

/** The code of the app's own refusals. */
export function codeOf(body: unknown): string | undefined {
    const code = (body as { error?: { code?: unknown } } | undefined)?.error?.code
    return typeof code === 'string' ? code : undefined
}

function isTemporary(body: unknown): boolean {
    return codeOf(body) === 'temporarily_unavailable'
}
