import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'
import { menu } from '../shared/menu.now'
import { VIEWER } from '../shared/role-names'

Record({
    $id: Now.ID['menu-health'],
    table: 'sys_app_module',
    data: {
        title: 'Health',
        application: menu,
        link_type: 'DIRECT',
        query: 'x_opfi_openfin_health.do',
        hint: 'OAuth connections that need people, and the use of the open routes',
        roles: [VIEWER],
        active: true,
        order: 200,
    },
})
