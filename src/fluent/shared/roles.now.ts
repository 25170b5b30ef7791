import '@servicenow/sdk/global'
import { Role } from '@servicenow/sdk/core'
import { ADMIN, VIEWER } from './role-names'

/** Reads the app's records and settings. */
export const viewerRole = Role({
    name: VIEWER,
    description: 'Reads the requests of OpenFin clients and the settings of the app.',
    canDelegate: true,
    grantable: true,
})

/** Manages the app; contains the viewer. */
export const adminRole = Role({
    name: ADMIN,
    description: 'Manages the settings of the app and deletes requests of OpenFin clients.',
    containsRoles: [viewerRole],
    canDelegate: true,
    grantable: true,
})
