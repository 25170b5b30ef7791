import { toGlideDateTime } from '../../core/clock'
import { keepMetadata } from '../../core/metadata-cache'
import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import type { Nodes } from './nodes'
import { processEvent } from './process-event'
import { createQueueProcessors } from './queue-processors'
import type { TimeQuota } from './time-quota'
import { noTotals, type Totals } from './totals'

/** Limit for an event that keeps re-queueing itself, so that the caller does not wait forever. */
const MAX_EVENTS = 100_000

/** The event queues (`sysevent`), processed by all nodes that are up. */
export interface EventQueue {
    /**
     * Processes events until none is ready, including events that script actions queue in the meantime and
     * events in progress in another call. Returns the totals of this call's events.
     */
    drain(): Promise<Totals>
}

type EventTotals = Totals & { events: number }

/** A running processor, which takes one event of its queue at a time. */
interface Processor {
    queue: string
    node: number
    /** Resolves when no event of the queue is ready. */
    end: Promise<void>
}

/**
 * Opens the queues. In the default queue each node has one processor, as the platform's "events process" jobs
 * do. An event whose node goes down stays in state `processing`: it is lost, as after a crash.
 */
export function createEventQueue(host: Host, nodes: Nodes, quota: TimeQuota): EventQueue {
    const { store, clock } = host
    const processorsOf = createQueueProcessors(host)
    const working = new Set<Processor>()
    const now = () => toGlideDateTime(clock.now())

    /** Names of the queues with due events; empty for the default queue. */
    function queues(): string[] {
        const query = `state=ready^process_on<=${now()}`
        const rows = store.aggregate('sysevent', { query, groupBy: ['queue'], aggregates: [] })
        return rows.map(({ group }) => group['queue'] ?? '')
    }

    /**
     * The application that an event's time is charged to: that of its first script action, otherwise of its
     * registration.
     */
    const applicationOf = keepMetadata(store, (name) => {
        if (name === '' || /[\^\r\n]/.test(name)) return undefined
        const action = store.first('sysevent_script_action', `active=true^event_name=${name}^ORDERBYorder`)
        return (action ?? store.first('sysevent_register', `event_name=${name}`))?.['sys_scope']
    })

    /**
     * Claims the next event of a queue; one whose application has used up its quota waits for the next
     * window. No race is possible, since all claims happen in this thread.
     */
    function claim(
        queue: string,
        node: number
    ): { row: Row; application: string | null | undefined } | undefined {
        const inQueue = queue === '' ? 'queueISEMPTY' : `queue=${queue}`
        for (;;) {
            const query = `state=ready^${inQueue}^process_on<=${now()}^ORDERBYprocess_on`
            const event = store.first('sysevent', query)
            if (!event) return undefined
            const [id, application] = [event['sys_id'] ?? '', applicationOf(event['name'] ?? '')]
            const until = quota.deferredUntil('event_handler_limit', application)
            if (until === undefined) {
                const claimed = { state: 'processing', claimed_by: `local-instance:${node}` }
                return { row: store.update('sysevent', id, claimed) ?? event, application }
            }
            store.update('sysevent', id, { process_on: toGlideDateTime(until) })
        }
    }

    async function work(queue: string, node: number, totals: EventTotals): Promise<void> {
        while (nodes.isAlive(node) && totals.events < MAX_EVENTS) {
            const claimed = claim(queue, node)
            if (!claimed) return
            const { row, application } = claimed
            totals.events += 1
            const began = performance.now()
            const end = await processEvent(host, { row, node: nodes.pool(node), totals })
            const ms = performance.now() - began
            quota.spend('event_handler_limit', application, ms)
            if (end === 'lost') return
            store.update('sysevent', row['sys_id'] ?? '', {
                state: end,
                processed: now(),
                processing_duration: String(Math.round(ms)),
            })
        }
    }

    function start(queue: string, node: number, totals: EventTotals): Promise<void> {
        const end = work(queue, node, totals).finally(() => working.delete(processor))
        const processor: Processor = { queue, node, end }
        working.add(processor)
        return end
    }

    /** Starts the processors of a queue that are not running yet. */
    function startAll(queue: string, totals: EventTotals): Promise<void>[] {
        const busy = [...working].filter((one) => one.queue === queue).map(({ node }) => node)
        const all = processorsOf(queue, nodes.alive())
        const most = Math.max(0, all.length - busy.length)
        const idle = all.filter((node) => {
            const at = busy.indexOf(node)
            if (at >= 0) busy.splice(at, 1)
            return at < 0
        })
        return idle.slice(0, most).map((node) => start(queue, node, totals))
    }

    return {
        async drain() {
            const totals: EventTotals = { ...noTotals(), events: 0 }
            for (;;) {
                if (totals.events >= MAX_EVENTS) {
                    host.log.write(
                        'error',
                        'Events',
                        `Stopped after ${MAX_EVENTS} events; the remaining events are processed in the next run`
                    )
                    return totals
                }
                const started = queues().flatMap((queue) => startAll(queue, totals))
                if (started.length > 0) await Promise.all(started)
                else if (working.size > 0) await Promise.allSettled([...working].map(({ end }) => end))
                else return totals
            }
        },
    }
}
