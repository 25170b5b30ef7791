import type { ColumnDefinition, TableDefinition } from '../../core/store/types'

const ADMINISTRATORS = ['oauth_admin']
const rights = {
    read: ADMINISTRATORS,
    create: ADMINISTRATORS,
    write: ADMINISTRATORS,
    delete: ADMINISTRATORS,
}
const to = (name: string, reference: string): ColumnDefinition => ({ name, type: 'reference', reference })
const flag = (name: string, defaultValue = 'false'): ColumnDefinition => ({
    name,
    type: 'boolean',
    defaultValue,
})

/**
 * Authentication scopes: the APIs that a scope covers, and the registrations that have it (DOCS
 * rest-api-auth-scope; columns from exports of real instances). The Machine Identity Console writes them.
 */
export const AUTH_SCOPE_TABLES: TableDefinition[] = [
    {
        name: 'sys_auth_scope',
        label: 'Authentication Scope',
        extends: 'sys_metadata',
        columns: [
            { name: 'name', type: 'string', maxLength: 100, display: true },
            { name: 'description', type: 'string', maxLength: 4000 },
        ],
        rights,
    },
    {
        name: 'sys_api_access_scope',
        label: 'REST API Auth Scope',
        extends: 'sys_metadata',
        columns: [
            to('auth_scope', 'sys_auth_scope'),
            to('api', 'sys_ws_definition'),
            { name: 'api_path', type: 'string', maxLength: 255 },
            { name: 'http_method', type: 'string', maxLength: 40 },
            flag('apply_all_methods', 'true'),
            flag('apply_all_resources', 'true'),
            flag('apply_all_versions', 'true'),
            flag('disable_client_restriction'),
        ],
        rights,
    },
    {
        name: 'oauth_entity_auth_scope_mapping',
        label: 'OAuth Entity Auth Scope Mapping',
        extends: 'sys_metadata',
        columns: [to('oauth_entity', 'oauth_entity'), to('auth_scope', 'sys_auth_scope')],
        rights,
    },
]
