import type { Schema } from '../../core/plugin'
import type { WriteRule } from '../../core/store/types'
import { asyncRuleTable } from './async-rule-table'
import { eventTables } from './event-tables'
import { jobTables } from './job-tables'
import { mailScriptTable } from './mail-script-table'

/** An event goes into the queue that its registration names (EXPLAIN registering-events-guide). */
const chooseQueue: WriteRule = {
    table: 'sysevent',
    on: ['insert'],
    run({ values, store }) {
        // The queue's order; gs.eventQueue() sets it as well.
        values['process_on'] ||= values['sys_created_on'] ?? null
        const name = values['name']
        // Queues are looked up by encoded query, where `^` would end the name.
        if (values['queue']) values['queue'] = values['queue'].replace(/[\^\r\n]/g, '')
        if (values['queue'] || !name || /[\^\r\n]/.test(name)) return
        values['queue'] = store.first('sysevent_register', `event_name=${name}`)?.['queue'] ?? null
    },
}

/** Scheduled jobs, events, notifications, mails. */
export const schema: Schema = {
    tables: [...jobTables, ...eventTables, mailScriptTable, asyncRuleTable],
    rules: [chooseQueue],
}
