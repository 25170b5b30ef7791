import '@servicenow/sdk/global'
import { Role } from '@servicenow/sdk/core'
import { ADMIN, VIEWER } from './role-names'

/** Views the app's records and settings. */
export const viewerRole = Role({
    name: VIEWER,
    description: 'Views token requests, OAuth token statuses, refresh rules and the settings of the app.',
    canDelegate: true,
    grantable: true,
})

/** Manages the app; contains the viewer role. */
export const adminRole = Role({
    name: ADMIN,
    description: 'Manages refresh rules and the settings of the app, and deletes its records.',
    containsRoles: [viewerRole],
    canDelegate: true,
    grantable: true,
})
