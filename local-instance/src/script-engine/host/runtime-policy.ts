import { isOpened } from '../../core/segment-policies'
import type { Row } from '../../core/store/types'
import type { BridgeContext } from './bridge-context'

const NETWORK = 'sys_arp_network_policy'

/**
 * Reason why an application's runtime policy forbids calling a host (DOCS arp-modes, arp-network-policies).
 * With `enforcing`, an allowed network policy must name the host, or a segment policy must suspend network
 * policies for outbound calls; with `tracking`, a missing policy is recorded as allowed. Assumed: the
 * instance's own host is treated like any other.
 *
 * @returns undefined if the call is allowed
 */
export function outboundViolation(context: BridgeContext, address: string): string | undefined {
    const { sysId, label, runtimePolicy: mode } = context.access.application(context.scope)
    if ((mode !== 'tracking' && mode !== 'enforcing') || !URL.canParse(address)) return undefined
    const url = new URL(address)
    return context.platform(() => {
        const policies = policiesOf(context, sysId, url)
        if (policies.some(({ status }) => status === 'allowed')) return undefined
        if (mode === 'tracking' || isOpened(context.store, sysId, 'network', 'now_outbound')) {
            if (mode === 'tracking' && policies.length === 0) {
                context.store.insert(NETWORK, {
                    policy_type: 'now_outbound',
                    status: 'allowed',
                    host: url.origin,
                    scheme: url.protocol.slice(0, -1),
                    sys_scope: sysId,
                })
            }
            return undefined
        }
        context.write(
            'error',
            `Runtime policy violation: ${label} has no allowed network policy for ${url.origin}`
        )
        return `The runtime policy of ${label} does not allow ${url.origin}`
    })
}

function policiesOf({ store }: BridgeContext, application: string, url: URL): Row[] {
    return store
        .query(NETWORK, { query: `sys_scope=${application}^policy_type=now_outbound^active=true` })
        .filter(({ host }) => isSameHost(host ?? '', url))
}

/** A policy's host is an origin, whose first label may be a wildcard. */
function isSameHost(host: string, url: URL): boolean {
    const [, scheme = '', wildcard, rest = ''] = /^(\w+):\/\/(\*\.)?([^/]+)$/.exec(host.toLowerCase()) ?? []
    if (`${scheme}:` !== url.protocol) return false
    return wildcard ? url.host.endsWith(`.${rest}`) : url.host === rest
}
