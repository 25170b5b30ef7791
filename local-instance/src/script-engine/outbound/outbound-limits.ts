import type { Store } from '../../core/store/types'

/** What an administrator allows outbound requests, with the platform's defaults. */
export interface OutboundLimits {
    /** The property `glide.hosts.allowlist`: hosts with commas between them; empty allows all. */
    allowedHosts: string
    /** Scope whose code asks, for entries of that list that hold for one scope. */
    scope: string
    /** `glide.http.connection_mgr.max_connections`: connections at a time. */
    connections: number
    /** `glide.http.connection_mgr.max_connections_per_host`: of these, so many to one host. */
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

/** The limits as the properties have them now: changes "take effect immediately". */
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
