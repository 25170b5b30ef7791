import '@servicenow/sdk/global'
import { default_view, List, Record } from '@servicenow/sdk/core'

// Related lists by reference fields (EXPLAIN relationship-guide): attempts of a token and of a run, tokens of a rule.

const ofStatus = Record({
    $id: Now.ID['related-lists-status'],
    table: 'sys_ui_related_list',
    data: { name: 'x_opfi_openfin_token_status', view: default_view },
})

Record({
    $id: Now.ID['related-list-attempts-of-status'],
    table: 'sys_ui_related_list_entry',
    data: { list_id: ofStatus, position: 0, related_list: 'x_opfi_openfin_refresh_attempt.status' },
})

List({
    table: 'x_opfi_openfin_refresh_attempt',
    view: default_view,
    parent: 'x_opfi_openfin_token_status',
    columns: ['sys_created_on', 'outcome', 'message', 'duration_ms', 'run'],
})

const ofRule = Record({
    $id: Now.ID['related-lists-rule'],
    table: 'sys_ui_related_list',
    data: { name: 'x_opfi_openfin_refresh_rule', view: default_view },
})

Record({
    $id: Now.ID['related-list-statuses-of-rule'],
    table: 'sys_ui_related_list_entry',
    data: { list_id: ofRule, position: 0, related_list: 'x_opfi_openfin_token_status.rule' },
})

List({
    table: 'x_opfi_openfin_token_status',
    view: default_view,
    parent: 'x_opfi_openfin_refresh_rule',
    columns: [
        'requestor',
        'profile',
        'outcome',
        'refresh_token_expires',
        'next_attempt',
        'failures',
        'consented_by',
    ],
})

const ofRun = Record({
    $id: Now.ID['related-lists-run'],
    table: 'sys_ui_related_list',
    data: { name: 'x_opfi_openfin_refresh_run', view: default_view },
})

Record({
    $id: Now.ID['related-list-attempts-of-run'],
    table: 'sys_ui_related_list_entry',
    data: { list_id: ofRun, position: 0, related_list: 'x_opfi_openfin_refresh_attempt.run' },
})
