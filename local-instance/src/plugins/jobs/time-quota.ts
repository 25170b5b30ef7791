import type { Host } from '../../core/plugin'
import { createLimits } from '../../core/resource-limits'

/** Length of a window in ms, on the instance's clock; undocumented (F-HARD-27). */
const WINDOW_MS = 60_000

/**
 * Total processing time of a window in ms. A property of the local instance, so that tests can exceed a share
 * without long work.
 */
const PROCESSING_TIME = 'local_instance.quota.processing_time_ms'

/** Kinds of work that are limited to a share of the processing time. */
export type TimedWork = 'event_handler_limit' | 'scheduled_job_limit'

/** Shares of the processing time that applications may use for jobs and for events in a window. */
export interface TimeQuota {
    /**
     * Earliest start of an application's work.
     *
     * @param application sys_id; null and `global` are never limited
     * @returns ms since 1970 of the next window if the share is used up and the limit is enforced, otherwise
     * undefined
     */
    deferredUntil(work: TimedWork, application: string | null | undefined): number | undefined
    /** Adds the duration of work, in ms, at least one. */
    spend(work: TimedWork, application: string | null | undefined, ms: number): void
}

const LABELS = { event_handler_limit: 'event handlers', scheduled_job_limit: 'scheduled jobs' }

/**
 * Opens the quotas (DOCS arp-quota-configurations): work beyond an application's percentage of the total
 * processing time is deferred to the next time window, or only logged.
 */
export function createTimeQuota({ store, clock, log, settings, onReset }: Host): TimeQuota {
    const limitOf = createLimits(store)
    const used = new Map<string, number>()
    const reported = new Set<string>()
    let window = 0
    onReset(() => {
        used.clear()
        reported.clear()
    })

    /** The window's number; usage in earlier windows is discarded. */
    function current(): number {
        const now = Math.floor(clock.now() / WINDOW_MS)
        if (now !== window) {
            window = now
            used.clear()
            reported.clear()
        }
        return window
    }

    const total = () => Number(store.property(PROCESSING_TIME) ?? '') || WINDOW_MS * settings.nodes

    return {
        deferredUntil(work, application) {
            if (!application || application === 'global') return undefined
            const limit = limitOf(application, work)
            if (!limit) return undefined
            const next = (current() + 1) * WINDOW_MS
            const key = `${application} ${work}`
            if ((used.get(key) ?? 0) < (total() * limit.percent) / 100) return undefined
            if (!reported.has(key)) {
                reported.add(key)
                const name = store.get('sys_scope', application)?.['name'] ?? application
                const end = limit.state === 'enforced' ? '; the rest waits for the next window' : ''
                log.write(
                    'warn',
                    'Runtime policy violation',
                    `${name} exceeds its quota of ${LABELS[work]}${end}`
                )
            }
            return limit.state === 'enforced' ? next : undefined
        },
        spend(work, application, ms) {
            if (!application || application === 'global') return
            current()
            const key = `${application} ${work}`
            used.set(key, (used.get(key) ?? 0) + Math.max(1, Math.round(ms)))
        },
    }
}
