import { createClock } from '../../src/core/clock'
import { startWithHost, type InstanceWithHost } from '../../src/create-local-instance'
import type { Row } from '../../src/core/store/types'
import { findProvider, type Provider } from '../../src/plugins/oauth-client/providers'

/** Time of the frozen clock: a whole second. */
export const START = Date.parse('2026-11-22T12:00:00Z')

/** Starts an instance with a frozen clock. */
export function startInstance(release: 'xanadu' | 'brazil' = 'brazil'): Promise<InstanceWithHost> {
    return startWithHost({ release, clock: createClock({ now: START, frozen: true }) })
}

/** Restores its state at start. */
export function resetInstance({ host, clock }: InstanceWithHost): void {
    host.store.restore()
    host.runResets()
    clock.set(START)
}

/** Registers a provider with a default profile. */
export function addProvider({ host: { store } }: InstanceWithHost, values: Row = {}): Provider {
    const entity = store.insert('oauth_entity', {
        name: 'Provider',
        type: 'oauth_provider',
        client_id: 'us',
        auth_url: 'https://provider.example/authorize',
        token_url: 'https://provider.example/token',
        default_grant_type: 'authorization_code',
        ...values,
    })
    const profile = store.first('oauth_entity_profile', `oauth_entity=${entity['sys_id']}`)
    const provider = findProvider(store, { profile: profile?.['sys_id'] ?? '' })
    if (!provider) throw new Error('the provider was not found')
    return provider
}
