import type { Clock } from '../../core/clock'
import { INTERNAL_ROLE } from '../../core/explicit-roles'
import type { Release } from '../../core/releases'
import { recordId } from '../../core/store/record-id'
import type { Store } from '../../core/store/types'
import { seedProperties } from './properties'

/** Base roles and their contained roles. */
const ROLES: Record<string, { description: string; contains?: string[] }> = {
    admin: { description: 'The System Administrator role' },
    public: { description: 'No login is required to access features or functions with the public role' },
    security_admin: { description: 'Grants modification access to High Security Settings' },
    snc_internal: { description: 'Users who work for the company' },
    snc_external: { description: 'Users from outside the company' },
    snc_platform_rest_api_access: { description: 'Can use the REST APIs of the platform' },
    itil: {
        description: 'Can open, update and close incidents and cases',
        contains: ['snc_platform_rest_api_access'],
    },
    snc_basic_auth_api_access: {
        description: 'Can use Basic authentication for APIs while it is restricted',
    },
    mid_server: { description: 'MID Servers', contains: ['snc_basic_auth_api_access'] },
    user_admin: { description: 'Can administer users, groups and roles' },
    oauth_admin: { description: 'Can manage OAuth registrations and tokens' },
    web_service_admin: {
        description: 'Can manage web services',
        contains: ['cors_rule_admin', 'rest_api_explorer'],
    },
    cors_rule_admin: { description: 'Can manage CORS rules' },
    rest_api_explorer: { description: 'Can use the REST API Explorer' },
}

/** Users of the demo data, with the sys_ids of every instance that has demo data. */
const USERS = [
    {
        id: '6816f79cc0a8016401c5a33be04be441',
        name: 'admin',
        first: 'System',
        last: 'Administrator',
        roles: ['admin'],
    },
    {
        id: '46d44a23a9fe19810012d100cca80666',
        name: 'beth.anglin',
        first: 'Beth',
        last: 'Anglin',
        roles: ['itil'],
    },
    { id: '62826bf03710200044e0bfc8bcbe5df1', name: 'abel.tuter', first: 'Abel', last: 'Tuter', roles: [] },
    { id: '5136503cc611227c0183e96598c4f706', name: 'guest', first: 'Guest', last: null, roles: [] },
]

/** The records that every instance has: roles, the demo users, properties, access operations. */
export function seedPlatform(store: Store, _clock: Clock, release: Release): void {
    for (const name of ['create', 'read', 'write', 'delete', 'execute']) seedOperation(store, name, name)
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
        const name = `http_${method}`
        seedOperation(store, name, recordId('sys_security_operation', name))
    }
    for (const [name, { description }] of Object.entries(ROLES)) {
        const sysId = recordId('sys_user_role', name)
        store.insert('sys_user_role', {
            sys_id: sysId,
            name,
            description,
            sys_name: name,
            sys_scope: 'global',
        })
    }
    for (const [name, { contains = [] }] of Object.entries(ROLES)) {
        for (const contained of contains) {
            store.insert('sys_user_role_contains', {
                role: recordId('sys_user_role', name),
                contains: recordId('sys_user_role', contained),
            })
        }
    }
    for (const { id, name, first, last, roles } of USERS) {
        store.insert('sys_user', {
            sys_id: id,
            user_name: name,
            first_name: first,
            last_name: last,
            email: name === 'guest' ? null : `${name}@example.com`,
            user_password: name === 'guest' ? null : name,
        })
        // "All existing users are automatically assigned the snc_internal role" (DOCS explicit-roles), except the guest.
        const all = name === 'guest' ? roles : [...roles, INTERNAL_ROLE]
        for (const role of all) {
            store.insert('sys_user_has_role', { user: id, role: recordId('sys_user_role', role) })
        }
    }
    seedProperties(store, release)
}

/**
 * An operation of access controls. Five have their name as sys_id, newer ones a GUID (SDK
 * sdk-core/src/app/Acl.ts); an access control with the name of a newer one therefore has no operation.
 */
function seedOperation(store: Store, name: string, sysId: string): void {
    store.insert('sys_security_operation', { sys_id: sysId, name, sys_name: name, sys_scope: 'global' })
}
