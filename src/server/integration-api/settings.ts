import { gs } from '@servicenow/glide'
import { boundedInteger, type Bounds } from '../shared/bounded-integer'

/** Settings of the integration API, from the properties `x_opfi_openfin.integration.*`. */
export interface Settings {
    /** False: the open routes return 403. */
    enabled: boolean
    /** Maximum requests per minute from one address. */
    requestsPerMinute: number
    /** Maximum refused requests per minute from one address with one client. */
    refusalsPerMinute: number
    /** Timeout of one attempt at the token endpoint, in ms. */
    upstreamTimeoutMs: number
    /** Refused requests from one address within a minute that raise the event; at most what the limits allow. */
    failuresBeforeEvent: number
}

const PREFIX = 'x_opfi_openfin.integration.'

/** Reads the settings; the platform caches properties, so this costs no statement. */
export function readSettings(): Settings {
    const requestsPerMinute = integer('requests_per_minute', { byDefault: 300, min: 1, max: 100_000 })
    const refusalsPerMinute = integer('refusals_per_minute', { byDefault: 120, min: 1, max: 100_000 })
    const failuresBeforeEvent = integer('failures_before_event', { byDefault: 50, min: 1, max: 100_000 })
    return {
        // Any value other than true or false closes the routes, as the path-based ACLs do.
        enabled: text('enabled', 'true') === 'true' && text('lockdown', 'false') === 'false',
        requestsPerMinute,
        refusalsPerMinute,
        upstreamTimeoutMs: integer('upstream_timeout_ms', { byDefault: 10_000, min: 500, max: 25_000 }),
        // Above the limits, the threshold could never be reached.
        failuresBeforeEvent: Math.min(failuresBeforeEvent, refusalsPerMinute, requestsPerMinute),
    }
}

function text(name: string, byDefault: string): string {
    return String(gs.getProperty(PREFIX + name, byDefault))
}

function integer(name: string, bounds: Bounds): number {
    return boundedInteger(text(name, ''), bounds)
}
