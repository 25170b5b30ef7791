import type { TableDefinition } from '../../core/store/types'
import { columnList } from './column-list'
import { flag, integer, reference, text, typed } from './columns'

/** Columns of sys_user from entities.json (Core.User). */
const USER_COLUMNS = `sys_class_name active agent_status avatar building calendar_integration city company cost_center country date_format
    default_perspective department email employee_number enable_multifactor_authn failed_attempts first_name gender
    geolocation_tracked home_phone internal_integration_user introduction last_login_time last_login last_name
    last_position_update latitude ldap_server location locked_out longitude manager middle_name mobile_phone name
    notification on_schedule password_needs_reset phone photo preferred_language roles schedule source state street
    sys_domain_path sys_domain time_format time_sheet_policy time_zone title user_name user_password vip
    web_service_access_only zip sys_tags`

/** Users, groups and roles. */
export const userTables: TableDefinition[] = [
    {
        name: 'sys_user',
        label: 'User',
        columns: columnList({
            names: USER_COLUMNS,
            references: { company: 'core_company', manager: 'sys_user' },
            types: {
                sys_class_name: 'sys_class_name',
                calendar_integration: 'integer',
                date_format: 'string',
                notification: 'integer',
                failed_attempts: 'integer',
                enable_multifactor_authn: 'boolean',
                geolocation_tracked: 'boolean',
                internal_integration_user: 'boolean',
                password_needs_reset: 'boolean',
                web_service_access_only: 'boolean',
                last_login: 'glide_date',
                last_position_update: 'glide_date_time',
                latitude: 'float',
                longitude: 'float',
                photo: 'user_image',
                avatar: 'image',
                sys_tags: 'related_tags',
                user_password: 'password',
                state: 'string',
            },
            details: {
                sys_class_name: { label: 'Class', maxLength: 80, readOnly: true },
                active: { defaultValue: 'true', label: 'Active' },
                name: { display: true, maxLength: 151, label: 'Name' },
                user_name: { unique: true, maxLength: 40, label: 'User ID' },
                first_name: { maxLength: 50 },
                last_name: { maxLength: 50 },
                email: { type: 'email', maxLength: 100 },
                user_password: { label: 'Password', maxLength: 255 },
                notification: { defaultValue: '2', choices: { '1': 'Disable', '2': 'Enable' } },
            },
        }),
        indexes: [{ columns: ['email'] }, { columns: ['name'] }],
        rights: { read: [], create: ['admin'], write: ['admin'], delete: ['admin'] },
    },
    {
        // Columns that now-sdk reads (SDK sdk-api 4.12 dist/connector.js). The session id itself is only in
        // the cookie.
        name: 'sys_user_session',
        label: 'User Session',
        columns: [
            text('id', 100),
            text('name', 40, { display: true }),
            text('csrf_token', 100),
            typed('last_accessed', 'glide_date_time'),
        ],
        indexes: [{ columns: ['name'] }],
    },
    {
        // Labels: DOCS basic-auth-exceptions; column names are derived from them.
        name: 'sys_user_basic_auth_exception',
        label: 'Basic Auth User Exception',
        columns: [
            reference('user', 'sys_user', { display: true }),
            text('department', 32),
            reference('manager', 'sys_user'),
            integer('usage_count', { defaultValue: '0' }),
            typed('decision', 'choice', {
                maxLength: 40,
                defaultValue: 'default',
                choices: {
                    default: 'Apply default from system property',
                    maintain: 'Maintain current login',
                    revoke: 'Revoke Basic Auth API login',
                    convert: 'Convert to web service access only account',
                },
            }),
            typed('last_seen', 'glide_date_time'),
        ],
        indexes: [{ columns: ['user'] }],
        rights: { read: ['security_admin'], write: ['security_admin'] },
    },
    {
        name: 'sys_user_role',
        label: 'Role',
        extends: 'sys_metadata',
        columns: [
            text('name', 100, { display: true, unique: true }),
            text('suffix', 100),
            text('description', 1000),
            flag('elevated_privilege'),
            flag('grantable', 'true'),
            flag('can_delegate', 'true'),
            flag('scoped_admin'),
            reference('assignable_by', 'sys_user_role'),
            text('includes_roles', 4000),
            flag('requires_subscription'),
        ],
        rights: { read: [] },
    },
    {
        name: 'sys_user_role_contains',
        label: 'Contained Role',
        extends: 'sys_metadata',
        columns: [reference('role', 'sys_user_role'), reference('contains', 'sys_user_role')],
        indexes: [{ columns: ['role'] }],
        rights: { read: [] },
    },
    {
        name: 'sys_user_has_role',
        label: 'User Role',
        columns: [
            reference('user', 'sys_user'),
            reference('role', 'sys_user_role', { display: true }),
            flag('inherited'),
            reference('granted_by', 'sys_user_group'),
            reference('included_in_role', 'sys_user_role'),
            text('state', 40, { defaultValue: 'active' }),
            integer('inh_count'),
            text('inh_map', 1000),
        ],
        indexes: [{ columns: ['user'] }, { columns: ['role'] }],
        rights: { read: [] },
    },
    {
        name: 'sys_user_group',
        label: 'Group',
        columns: [
            text('name', 80, { display: true, unique: true }),
            text('description', 1000),
            flag('active', 'true'),
            typed('email', 'email', { maxLength: 100 }),
            reference('manager', 'sys_user'),
            reference('parent', 'sys_user_group'),
            text('type', 1024),
            text('source', 255),
            flag('include_members'),
            flag('exclude_manager'),
            reference('default_assignee', 'sys_user'),
        ],
        rights: { read: [] },
    },
    {
        name: 'sys_user_grmember',
        label: 'Group Member',
        columns: [reference('user', 'sys_user', { display: true }), reference('group', 'sys_user_group')],
        indexes: [{ columns: ['user'] }, { columns: ['group'] }],
        rights: { read: [] },
    },
    {
        name: 'sys_group_has_role',
        label: 'Group Role',
        columns: [
            reference('group', 'sys_user_group'),
            reference('role', 'sys_user_role', { display: true }),
            flag('inherits', 'true'),
            reference('granted_by', 'sys_user_group'),
        ],
        indexes: [{ columns: ['group'] }],
        rights: { read: [] },
    },
]
