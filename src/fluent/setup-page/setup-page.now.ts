import '@servicenow/sdk/global'
import { Acl, UiPage } from '@servicenow/sdk/core'
import html from '../../ui/setup.html'
import { adminRole } from '../shared/roles.now'

/** The setup of registration, CORS rules and route in the browser; its side of it is src/ui/setup. */
UiPage({
    $id: Now.ID['setup-page'],
    endpoint: 'x_opfi_openfin_setup.do',
    description: 'Sets up which apps may sign in to this instance, and shows what keeps them from it.',
    direct: true,
    html: html,
})

Acl({
    $id: Now.ID['setup-page-read'],
    type: 'ui_page',
    name: 'x_opfi_openfin_setup',
    operation: 'read',
    roles: [adminRole],
    description: 'Access to the setup page.',
})
