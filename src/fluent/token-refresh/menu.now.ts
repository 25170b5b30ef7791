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
        hint: 'How the OAuth connections are, and when each is looked at next',
        roles: [VIEWER],
        active: true,
        order: 500,
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
        hint: 'Which OAuth connections are kept alive',
        roles: [ADMIN],
        active: true,
        order: 510,
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
        hint: 'What was attempted in the last 30 days, and how it ended',
        roles: [VIEWER],
        active: true,
        order: 520,
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
        hint: 'Runs of the refresh job that found something to do',
        roles: [VIEWER],
        active: true,
        order: 530,
    },
})
