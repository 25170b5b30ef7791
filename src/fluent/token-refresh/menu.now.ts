import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'
import { ADMIN, VIEWER } from '../shared/role-names'
import { menu } from '../shared/menu.now'

Record({
    $id: Now.ID['menu-token-status'],
    table: 'sys_app_module',
    data: {
        title: 'OAuth tokens',
        application: menu,
        link_type: 'LIST',
        name: 'x_opfi_openfin_token_status',
        hint: 'State of each OAuth connection and its next attempt',
        roles: [VIEWER],
        active: true,
        order: 300,
    },
})

Record({
    $id: Now.ID['menu-refresh-rules'],
    table: 'sys_app_module',
    data: {
        title: 'Refresh rules',
        application: menu,
        link_type: 'LIST',
        name: 'x_opfi_openfin_refresh_rule',
        hint: 'Which OAuth tokens are refreshed automatically',
        roles: [ADMIN],
        active: true,
        order: 400,
    },
})

Record({
    $id: Now.ID['menu-refresh-attempts'],
    table: 'sys_app_module',
    data: {
        title: 'Refresh attempts',
        application: menu,
        link_type: 'LIST',
        name: 'x_opfi_openfin_refresh_attempt',
        hint: 'Refresh attempts of the last 30 days and their outcomes',
        roles: [VIEWER],
        active: true,
        order: 900,
    },
})

Record({
    $id: Now.ID['menu-refresh-runs'],
    table: 'sys_app_module',
    data: {
        title: 'Refresh runs',
        application: menu,
        link_type: 'LIST',
        name: 'x_opfi_openfin_refresh_run',
        hint: 'Runs of the refresh job that had tokens to refresh',
        roles: [VIEWER],
        active: true,
        order: 1000,
    },
})
