import type { Host } from '../../core/plugin'
import { keepMetadata } from '../../core/metadata-cache'
import { createLimits } from '../../core/resource-limits'

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
 * Resource limits of applications: while the limits are enforced, API requests over the share of threads are
 * rejected, and logged while they only log (DOCS arp-quota-configurations).
 */
export function createApiQuota({ store, log }: Pick<Host, 'store' | 'log'>): ApiQuota {
    const running = new Map<string, number>()
    const limitOf = createLimits(store)
    const applicationOf = keepMetadata(store, (scope) =>
        store.dictionary.table('sys_scope') ? store.first('sys_scope', `scope=${scope}`) : undefined
    )

    /** Whether another request exceeds the limit and must be rejected. */
    function isRejected(scope: string, count: number): boolean {
        const application = applicationOf(scope)
        const limit = application && limitOf(application['sys_id'] ?? '', 'api_transaction_limit')
        if (!limit || count < Math.max(1, Math.floor((API_THREADS * limit.percent) / 100))) return false
        const name = application['name'] ?? scope
        log.write('warn', 'Runtime policy violation', `${name} exceeds its quota of API transactions`)
        return limit.state === 'enforced'
    }

    return {
        async run(scope, request) {
            const count = running.get(scope) ?? 0
            if (isRejected(scope, count)) return 'rejected'
            running.set(scope, count + 1)
            try {
                return await request()
            } finally {
                running.set(scope, (running.get(scope) ?? 1) - 1)
            }
        },
    }
}
