import '@servicenow/sdk/global'
import { Acl, RestApi } from '@servicenow/sdk/core'
import { adopt, getInstance } from '../../server/administration/instance'
import { adminRole } from '../shared/roles.now'

const administrators = Acl({
    $id: Now.ID['administration-acl'],
    type: 'rest_endpoint',
    name: 'OpenFin Administration',
    operation: 'execute',
    roles: [adminRole],
    description: 'Allows administrators of the app to use its administration API.',
})

/** What the setup page and the command of administrators call beside the Table API. */
RestApi({
    $id: Now.ID['administration-api'],
    name: 'OpenFin Administration',
    serviceId: 'administration',
    shortDescription: 'Tells and sets which instance the app refreshes tokens on.',
    enforceAcl: [administrators],
    versions: [
        {
            $id: Now.ID['administration-api-v1'],
            version: 1,
            isDefault: true,
            shortDescription: 'The first version.',
        },
    ],
    routes: [
        {
            $id: Now.ID['get-instance'],
            name: 'Get instance',
            path: '/instance',
            method: 'GET',
            version: 1,
            authentication: true,
            authorization: true,
            internalRole: true,
            enforceAcl: [administrators],
            produces: 'application/json',
            shortDescription: 'Returns the noted instance, and whether this instance is a copy of it.',
            script: getInstance,
        },
        {
            $id: Now.ID['adopt-instance'],
            name: 'Adopt instance',
            path: '/instance',
            method: 'POST',
            version: 1,
            authentication: true,
            authorization: true,
            internalRole: true,
            enforceAcl: [administrators],
            consumes: 'application/json',
            produces: 'application/json',
            shortDescription: 'Notes this instance, and makes all tokens of refresh rules due.',
            requestExample: '{}',
            script: adopt,
        },
    ],
})
