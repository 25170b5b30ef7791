import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import { contextOf, eventBindings, type ProcessedEvent } from './event-context'
import { sendNotifications } from './notifications'
import { isTrueOutcome, runRowScript } from './row-script'
import { systemUser } from './system-user'

/** Outcome of processing an event. */
export type EventEnd = 'processed' | 'error' | 'lost'

/**
 * Runs an event's script actions in order, then its notifications. If a script action fails, the others still
 * run and the event ends as `error`. `lost`: the node went down in the meantime.
 */
export async function processEvent(host: Host, event: ProcessedEvent): Promise<EventEnd> {
    let failed = false
    for (const action of scriptActionsOf(host, event.row['name'] ?? '')) {
        const end = await runScriptAction(host, action, event)
        if (end === 'lost') return 'lost'
        failed ||= end === 'error'
    }
    try {
        await sendNotifications(host, event)
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        host.log.write('error', 'Notifications', `${event.row['name']}: ${reason}`)
        failed = true
    }
    return failed ? 'error' : 'processed'
}

function scriptActionsOf({ store }: Host, eventName: string): Row[] {
    if (/[\^\r\n]/.test(eventName)) return []
    return store.query('sysevent_script_action', {
        query: `active=true^event_name=${eventName}^ORDERBYorder`,
    })
}

async function runScriptAction(host: Host, action: Row, event: ProcessedEvent): Promise<EventEnd> {
    const script = {
        row: action,
        label: `sysevent_script_action.${action['name']}`,
        user: systemUser(host),
        node: event.node,
        ...eventBindings(event.row, contextOf(host, event.row)),
    }
    if (action['condition_script']) {
        const condition = await runRowScript(
            host,
            { ...script, source: action['condition_script'] },
            event.totals
        )
        if (condition.error?.code === 'thread_lost') return 'lost'
        if (!isTrueOutcome(condition)) return condition.error ? 'error' : 'processed'
    }
    if (!action['script']) return 'processed'
    const outcome = await runRowScript(host, { ...script, source: action['script'] }, event.totals)
    if (outcome.error?.code === 'thread_lost') return 'lost'
    return outcome.error ? 'error' : 'processed'
}
