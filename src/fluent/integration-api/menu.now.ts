import '@servicenow/sdk/global'
import { Record } from '@servicenow/sdk/core'
import { menu } from '../shared/menu.now'
import { VIEWER } from '../shared/role-names'

Record({
    $id: Now.ID['menu-requests'],
    table: 'sys_app_module',
    data: {
        title: 'Requests',
        application: menu,
        link_type: 'LIST',
        name: 'x_opfi_openfin_request',
        hint: 'Token requests and their outcomes',
        roles: [VIEWER],
        active: true,
        order: 500,
    },
})

Record({
    $id: Now.ID['menu-registration'],
    table: 'sys_app_module',
    data: {
        title: 'Application registration',
        application: menu,
        link_type: 'LIST',
        name: 'oauth_entity',
        filter: 'name=OpenFin',
        hint: 'Redirect URLs and token lifespans of the OAuth client OpenFin',
        roles: ['admin'],
        active: true,
        order: 600,
    },
})

Record({
    $id: Now.ID['menu-cors-rules'],
    table: 'sys_app_module',
    data: {
        title: 'CORS rules',
        application: menu,
        link_type: 'LIST',
        name: 'sys_cors_rule',
        filter: 'nameSTARTSWITHOpenFin',
        hint: 'Origins that may call this instance',
        roles: ['admin'],
        active: true,
        order: 700,
    },
})

Record({
    $id: Now.ID['menu-properties'],
    table: 'sys_app_module',
    data: {
        title: 'Properties',
        application: menu,
        link_type: 'LIST',
        name: 'sys_properties',
        filter: 'nameSTARTSWITHx_opfi_openfin.',
        hint: 'Switches, limits and timeouts',
        roles: ['admin'],
        active: true,
        order: 800,
    },
})
