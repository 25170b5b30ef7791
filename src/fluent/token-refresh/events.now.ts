import '@servicenow/sdk/global'
import { Record, ScriptAction } from '@servicenow/sdk/core'

/** A dedicated queue, processed by every node, so that slow providers do not delay the events of other apps. */
Record({
    $id: Now.ID['refresh-queue'],
    table: 'sysevent_queue',
    data: {
        sys_class_name: 'sysevent_queue',
        queue: 'x_opfi_openfin.refresh',
        suffix: 'refresh',
        description: 'Tokens due for a refresh.',
        poll_interval: '1970-01-01 00:00:05',
        job_config: 'jobs_per_node',
        job_config_value: 1,
        provider: '44af4464431212108da9a574a9b8f2f5',
        automatic_processing: true,
        processing_order: 'parallel',
    },
})

/** Internal: a claimed row is to be refreshed. parm1: run that holds the claim, parm2: lead times. */
Record({
    $id: Now.ID['token-due-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'token_due',
        event_name: 'x_opfi_openfin.token_due',
        table: 'x_opfi_openfin_token_status',
        description: 'A token is due for refresh. parm1: run, parm2: lead times.',
        fired_by: 'Module src/server/token-refresh/refresh-job.ts',
        priority: 100,
        queue: 'x_opfi_openfin.refresh',
        caller_access: '2',
    },
})

Record({
    $id: Now.ID['rules-changed-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'rules_changed',
        event_name: 'x_opfi_openfin.rules_changed',
        table: 'x_opfi_openfin_refresh_rule',
        description: 'A refresh rule was saved or deleted. parm1 "leads" if its lead times changed.',
        fired_by: 'Module src/server/token-refresh/rule-check/before-save.ts',
        priority: 100,
        caller_access: '2',
    },
})

Record({
    $id: Now.ID['token-reauthorize-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'token_reauthorize',
        event_name: 'x_opfi_openfin.token_reauthorize',
        table: 'x_opfi_openfin_token_status',
        description:
            'A connection requires reauthorization. parm1 sys_ids of the recipients, parm2 what happened.',
        fired_by: 'Module src/server/token-refresh/notify.ts',
        priority: 100,
        caller_access: '2',
    },
})

Record({
    $id: Now.ID['token-failing-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'token_failing',
        event_name: 'x_opfi_openfin.token_failing',
        table: 'x_opfi_openfin_token_status',
        description:
            'Consecutive refreshes of a token failed. parm1 sys_ids of the recipients, parm2 what happened.',
        fired_by: 'Module src/server/token-refresh/notify.ts',
        priority: 100,
        caller_access: '2',
    },
})

Record({
    $id: Now.ID['token-recovered-event'],
    table: 'sysevent_register',
    data: {
        suffix: 'token_recovered',
        event_name: 'x_opfi_openfin.token_recovered',
        table: 'x_opfi_openfin_token_status',
        description: 'A connection works again. parm1 sys_ids of the recipients, parm2 what happened.',
        fired_by: 'Module src/server/token-refresh/notify.ts',
        priority: 100,
        caller_access: '2',
    },
})

ScriptAction({
    $id: Now.ID['refresh-due-token'],
    name: 'OpenFin: refresh an OAuth token',
    active: true,
    eventName: 'x_opfi_openfin.token_due',
    script: Now.include('./token-due.server.js'),
    order: 100,
    description: 'Refreshes one token that the refresh job claimed.',
})

ScriptAction({
    $id: Now.ID['follow-changed-rules'],
    name: 'OpenFin: apply changed refresh rules',
    active: true,
    eventName: 'x_opfi_openfin.rules_changed',
    script: Now.include('./rules-changed.server.js'),
    order: 100,
    description: 'Updates the token statuses after a change of the refresh rules.',
})
