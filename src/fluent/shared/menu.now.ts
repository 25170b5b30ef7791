import '@servicenow/sdk/global'
import { ApplicationMenu } from '@servicenow/sdk/core'
import { adminRole, viewerRole } from './roles.now'

/** The app's menu; each feature adds its modules. */
export const menu = ApplicationMenu({
    $id: Now.ID['menu'],
    title: 'OpenFin',
    hint: 'OpenFin for ServiceNow',
    description:
        'Lets OpenFin and web apps call this instance as the signed-in user, and keeps outbound OAuth connections from expiring.',
    roles: [viewerRole, adminRole],
    active: true,
})
