import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'
import { menu } from '../shared/menu.now'
import { ADMIN } from '../shared/role-names'

Record({
    $id: Now.ID['menu-setup'],
    table: 'sys_app_module',
    data: {
        title: 'Setup',
        application: menu,
        link_type: 'DIRECT',
        query: 'x_opfi_openfin_setup.do',
        hint: 'Which apps may sign in, and what keeps them from it',
        roles: [ADMIN],
        active: true,
        order: 100,
    },
})
