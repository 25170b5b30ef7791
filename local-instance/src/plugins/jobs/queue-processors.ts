import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'

/** Maximum number of processors of a queue; more would only wait for threads. */
const MOST = 20

/** Returns the nodes that process a queue, once for each of the node's processors. */
export type QueueProcessors = (queue: string, alive: readonly number[]) => number[]

/**
 * The processors of event queues. A queue of `sysevent_queue` with "Automatic Job Scheduling" gets them from
 * the platform (DOCS auto-job-scheduling; values EXPLAIN registering-events-guide): one if its events are
 * processed in sequence, otherwise as many as the scale factor, in total (`job_count`, "Constant") or on
 * every node (`jobs_per_node`, "Scale with node"). Without automatic job scheduling its events wait.
 *
 * A queue that is not registered waits on the platform for a scheduled job that an administrator makes (DOCS
 * useful-server-side-scripts). Here each node has a processor for it, and a log entry reports it once.
 */
export function createQueueProcessors({ store, log }: Host): QueueProcessors {
    const reported = new Set<string>()

    return (queue, alive) => {
        if (queue === '' || alive.length === 0) return [...alive]
        const row = store.query('sysevent_queue').find((one) => one['queue'] === queue)
        if (row) return row['automatic_processing'] === '1' ? scheduled(row, alive) : []
        if (!reported.has(queue)) {
            reported.add(queue)
            const hint = 'register it in sysevent_queue with automatic job scheduling'
            log.write('warn', 'Events', `On the platform, no job processes the queue "${queue}"; ${hint}`)
        }
        return [...alive]
    }
}

function scheduled(row: Row, alive: readonly number[]): number[] {
    if (row['processing_order'] === 'sequential') return alive.slice(0, 1)
    const factor = Math.min(Math.max(Number(row['job_config_value'] || 1), 0), MOST)
    return row['job_config'] === 'job_count'
        ? Array.from({ length: factor }, (_, index) => alive[index % alive.length] as number)
        : alive.flatMap((node) => new Array<number>(factor).fill(node))
}
