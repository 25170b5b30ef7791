import { gs } from '@servicenow/glide'
import { boundedInteger, type Bounds } from '../shared/bounded-integer'

/** Settings of the integration API, from the properties `x_opfi_openfin.integration.*`. */
export interface Settings {
    /** False: the open routes answer 403. */
    enabled: boolean
    /** Requests that one address may send in a minute. */
    requestsPerMinute: number
    /** Refusals that one address may collect with one client in a minute, before it has to wait. */
    refusalsPerMinute: number
    /** How long the token endpoint may take, per attempt, in ms. */
    upstreamTimeoutMs: number
    /** Refusals of one address within a minute that raise the event; never more than it can collect. */
    failuresBeforeEvent: number
}

const PREFIX = 'x_opfi_openfin.integration.'

/** Reads the settings; the platform caches properties, so this costs no statement. */
export function readSettings(): Settings {
    const requestsPerMinute = integer('requests_per_minute', { byDefault: 300, min: 1, max: 100_000 })
    const refusalsPerMinute = integer('refusals_per_minute', { byDefault: 120, min: 1, max: 100_000 })
    const failuresBeforeEvent = integer('failures_before_event', { byDefault: 50, min: 1, max: 100_000 })
    return {
        // What is neither of the two words closes the routes, as the path-based ACLs do.
        enabled: text('enabled', 'true') === 'true' && text('lockdown', 'false') === 'false',
        requestsPerMinute,
        refusalsPerMinute,
        upstreamTimeoutMs: integer('upstream_timeout_ms', { byDefault: 10_000, min: 500, max: 25_000 }),
        // Where the limits are below it, nobody would ever hear of an address that runs into them.
        failuresBeforeEvent: Math.min(failuresBeforeEvent, refusalsPerMinute, requestsPerMinute),
    }
}

function text(name: string, byDefault: string): string {
    return String(gs.getProperty(PREFIX + name, byDefault))
}

function integer(name: string, bounds: Bounds): number {
    return boundedInteger(text(name, ''), bounds)
}
