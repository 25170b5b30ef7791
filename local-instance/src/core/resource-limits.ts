import { keepMetadata } from './metadata-cache'
import { isOpened } from './segment-policies'
import type { Store } from './store/types'

/** Resources of an application that can be limited (columns of `sys_app_resource_limit_template`). */
export type LimitedResource =
    'api_transaction_limit' | 'event_handler_limit' | 'scheduled_job_limit' | 'interactive_transaction_limit'

/** The limit of one application for one resource. */
export interface ResourceLimit {
    /** `log_only`: exceeding it is only logged. */
    state: 'enforced' | 'log_only'
    /** Share of the total in percent. */
    percent: number
}

const TABLE = 'sys_app_resource_limit_template'

/** Returns an application's limit by its sys_id; undefined if it has none or it is disabled. */
export type ReadLimit = (application: string, resource: LimitedResource) => ResourceLimit | undefined

/**
 * Reads the limits of applications (DOCS arp-quota-configurations, default-quota-configuration-form): of
 * several, the one with the lowest order. A segment policy's wildcard for a resource lifts the limit (DOCS
 * wildcard-policy-options). Cached until metadata changes.
 */
export function createLimits(store: Store): ReadLimit {
    function read(application: string, resource: LimitedResource): ResourceLimit | undefined {
        if (!store.dictionary.table(TABLE)) return undefined
        const [row] = store.query(TABLE, {
            query: `app_condition=sys_id=${application}^stateINenforced,log_only^ORDERBYorder`,
            limit: 1,
        })
        if (!row || isOpened(store, application, 'arl', resource)) return undefined
        const state = row['state'] === 'enforced' ? 'enforced' : 'log_only'
        return { state, percent: Number(row[resource]) }
    }

    const kept = keepMetadata(store, (key) => read(...(key.split(' ') as [string, LimitedResource])))
    return (application, resource) => kept(`${application} ${resource}`)
}
