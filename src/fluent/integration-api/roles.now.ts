import '@servicenow/sdk/global'
import { Role } from '@servicenow/sdk/core'

/** Reads the app's records and settings. */
export const viewerRole = Role({
    name: 'x_opfi_openfin.viewer',
    description: 'Reads the requests of OpenFin clients and the settings of the app.',
    canDelegate: true,
    grantable: true,
})

/** Manages the app; contains the viewer. */
export const adminRole = Role({
    name: 'x_opfi_openfin.admin',
    description: 'Manages the settings of the app and deletes requests of OpenFin clients.',
    containsRoles: [viewerRole],
    canDelegate: true,
    grantable: true,
})
