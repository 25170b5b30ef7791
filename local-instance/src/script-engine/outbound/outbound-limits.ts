import type { Store } from '../../core/store/types'

/** Administrator settings for outbound requests, with the platform's defaults. */
export interface OutboundLimits {
    /** The property `glide.hosts.allowlist`: comma-separated hosts; empty allows all. */
    allowedHosts: string
    /** Calling scope, for entries of that list that are limited to one scope. */
    scope: string
    /** `glide.http.connection_mgr.max_connections`: maximum number of connections. */
    connections: number
    /** `glide.http.connection_mgr.max_connections_per_host`: maximum number of connections per host. */
    connectionsPerHost: number
}

/** The defaults (DOCS r_AvailableSystemProperties, r_HTTPConnectionManagementProps). */
export const DEFAULT_LIMITS: OutboundLimits = {
    allowedHosts: '',
    scope: 'global',
    connections: 20,
    connectionsPerHost: 4,
}

const PER_HOST = 'glide.http.connection_mgr.max_connections_per_host'

/** The limits from the current properties: changes "take effect immediately". */
export function outboundLimits(store: Store, scope: string): OutboundLimits {
    const count = (name: string, byDefault: number) => {
        const value = Number(store.property(name) || byDefault)
        return Number.isInteger(value) && value > 0 ? value : byDefault
    }
    return {
        allowedHosts: store.property('glide.hosts.allowlist') ?? DEFAULT_LIMITS.allowedHosts,
        scope,
        connections: count('glide.http.connection_mgr.max_connections', DEFAULT_LIMITS.connections),
        connectionsPerHost: count(PER_HOST, DEFAULT_LIMITS.connectionsPerHost),
    }
}
