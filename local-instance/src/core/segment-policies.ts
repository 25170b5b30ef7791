import type { Store } from './store/types'

/** An area that a segment policy can open, as in its columns `arp_…`. */
export type PolicyArea = 'network' | 'record' | 'script' | 'arl'

const TABLE = 'sys_arp_segment_policy'

/**
 * Whether an active segment policy of an application opens an area of its runtime policy (DOCS
 * create-segment-policy-arp, wildcard-policy-options). All areas except `record` are open only for the
 * selected wildcards.
 *
 * @param application sys_id of the application
 * @param wildcard such as `now_outbound`, `scriptable` or `event_handler`
 */
export function isOpened(store: Store, application: string, area: PolicyArea, wildcard?: string): boolean {
    if (!store.dictionary.table(TABLE)) return false
    const rows = store.query(TABLE, { query: `sys_scope=${application}^active=true^arp_${area}=true` })
    if (area === 'record') return rows.length > 0
    return rows.some((row) => (row[`arp_${area}_wildcard`] ?? '').split(',').includes(wildcard ?? ''))
}
