import type { Schema } from '../../core/plugin'
import type { WriteRule } from '../../core/store/types'
import { asyncRuleTable } from './async-rule-table'
import { eventTables } from './event-tables'
import { jobTables } from './job-tables'
import { mailScriptTable } from './mail-script-table'

/** An event is put into the queue of its registration (EXPLAIN registering-events-guide). */
const chooseQueue: WriteRule = {
    table: 'sysevent',
    on: ['insert'],
    run({ values, store }) {
        // Position in the queue; gs.eventQueue() sets it too.
        values['process_on'] ||= values['sys_created_on'] ?? null
        const name = values['name']
        // Queues are looked up by encoded query, in which `^` would end the name.
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
