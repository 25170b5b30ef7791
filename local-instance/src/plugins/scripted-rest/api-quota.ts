import type { Store } from '../../core/store/types'

/** Threads of the instance that serve API requests; the platform's number differs between instances. */
const API_THREADS = 16

/** Limits the share of concurrent API transactions per application. */
export interface ApiQuota {
    /**
     * Runs a request of an application's API.
     *
     * @returns `rejected` if the application already uses its share
     */
    run<T>(scope: string, request: () => Promise<T>): Promise<T | 'rejected'>
}

/**
 * Resource limits of an application (`sys_app_resource_limit_template`): while the limits are enforced, API
 * requests over the share of threads are rejected (DOCS arp-quota-configurations).
 */
export function createApiQuota(store: Store): ApiQuota {
    const running = new Map<string, number>()
    let version = -1
    const limits = new Map<string, number>()

    function limitOf(scope: string): number {
        if (version !== store.metadataVersion()) {
            version = store.metadataVersion()
            limits.clear()
        }
        let limit = limits.get(scope)
        if (limit === undefined) limits.set(scope, (limit = readLimit(store, scope)))
        return limit
    }

    return {
        async run(scope, request) {
            const count = running.get(scope) ?? 0
            if (count >= limitOf(scope)) return 'rejected'
            running.set(scope, count + 1)
            try {
                return await request()
            } finally {
                running.set(scope, (running.get(scope) ?? 1) - 1)
            }
        },
    }
}

function readLimit(store: Store, scope: string): number {
    if (!store.dictionary.table('sys_app_resource_limit_template')) return Infinity
    const id = store.first('sys_scope', `scope=${scope}`)?.['sys_id'] ?? ''
    const [template] = store.query('sys_app_resource_limit_template', {
        query: `app_condition=sys_id=${id}^state=enforced^ORDERBYorder`,
        limit: 1,
    })
    if (!template) return Infinity
    return Math.max(1, Math.floor((API_THREADS * Number(template['api_transaction_limit'])) / 100))
}
