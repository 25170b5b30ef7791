import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'

// Colours of outcomes in lists, and on forms, which are read-only (DOCS t_DefineFieldStyles). A bar before the text: its
// contrast does not depend on the theme, and the text says the same.

const NEEDS_PERSON = 'border-left:4px solid #c62828;padding-left:6px;font-weight:bold;'
const FAILING = 'border-left:4px solid #b26a00;padding-left:6px;'
const GOOD = 'border-left:4px solid #2e7d32;padding-left:6px;'

Record({
    $id: Now.ID['token-status-style-reauthorize'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_token_status',
        element: 'outcome',
        value: 'reauthorize',
        style: NEEDS_PERSON,
    },
})

Record({
    $id: Now.ID['token-status-style-no-token'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_token_status',
        element: 'outcome',
        value: 'no_token',
        style: NEEDS_PERSON,
    },
})

Record({
    $id: Now.ID['token-status-style-retry-later'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_token_status',
        element: 'outcome',
        value: 'retry_later',
        style: FAILING,
    },
})

Record({
    $id: Now.ID['token-status-style-refreshed'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_token_status',
        element: 'outcome',
        value: 'refreshed',
        style: GOOD,
    },
})

Record({
    $id: Now.ID['token-status-style-valid'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_token_status',
        element: 'outcome',
        value: 'valid',
        style: GOOD,
    },
})

Record({
    $id: Now.ID['refresh-attempt-style-reauthorize'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_refresh_attempt',
        element: 'outcome',
        value: 'reauthorize',
        style: NEEDS_PERSON,
    },
})

Record({
    $id: Now.ID['refresh-attempt-style-no-token'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_refresh_attempt',
        element: 'outcome',
        value: 'no_token',
        style: NEEDS_PERSON,
    },
})

Record({
    $id: Now.ID['refresh-attempt-style-retry-later'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_refresh_attempt',
        element: 'outcome',
        value: 'retry_later',
        style: FAILING,
    },
})

Record({
    $id: Now.ID['refresh-attempt-style-refreshed'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_refresh_attempt',
        element: 'outcome',
        value: 'refreshed',
        style: GOOD,
    },
})

Record({
    $id: Now.ID['refresh-attempt-style-valid'],
    table: 'sys_ui_style',
    data: {
        name: 'x_opfi_openfin_refresh_attempt',
        element: 'outcome',
        value: 'valid',
        style: GOOD,
    },
})
