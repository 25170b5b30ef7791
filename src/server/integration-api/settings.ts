import { gs } from '@servicenow/glide'
import { boundedInteger, type Bounds } from './bounded-integer'

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
    /** Refusals of one address within a minute that raise the event. */
    failuresBeforeEvent: number
}

const PREFIX = 'x_opfi_openfin.integration.'

/** Reads the settings; the platform caches properties, so this costs no statement. */
export function readSettings(): Settings {
    return {
        enabled: flag('enabled', true) && !flag('lockdown', false),
        requestsPerMinute: integer('requests_per_minute', { byDefault: 300, min: 1, max: 100_000 }),
        refusalsPerMinute: integer('refusals_per_minute', { byDefault: 120, min: 1, max: 100_000 }),
        upstreamTimeoutMs: integer('upstream_timeout_ms', { byDefault: 10_000, min: 500, max: 25_000 }),
        failuresBeforeEvent: integer('failures_before_event', { byDefault: 50, min: 1, max: 100_000 }),
    }
}

function flag(name: string, byDefault: boolean): boolean {
    return String(gs.getProperty(PREFIX + name, String(byDefault))) === 'true'
}

function integer(name: string, bounds: Bounds): number {
    return boundedInteger(gs.getProperty(PREFIX + name, ''), bounds)
}
