import '@servicenow/sdk/global'
import { ApplicationMenu } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from './roles.now'

/** The app's menu; each feature adds its modules. */
export const menu = ApplicationMenu({
    $id: Now.ID['menu'],
    title: 'OpenFin',
    hint: 'OpenFin for ServiceNow',
    description: 'Lets OpenFin and web apps sign in as the users of this instance.',
    roles: [viewerRole, adminRole],
    active: true,
})
