import type { TableDefinition } from '../../core/store/types'
import { flag, text, to, typed } from './columns'

/** Every signed-in user may read the list of applications. */
const READ = { read: [] }

/** Applications: sys_package, sys_scope, sys_app and sys_store_app (columns as in SDK sdk-core/dist/fluent/tables). */
export const applicationTables: TableDefinition[] = [
    {
        name: 'sys_package',
        label: 'Package',
        extends: 'sys_metadata',
        columns: [
            flag('active', 'true'),
            text('enforce_license', 40, 'none'),
            text('ide_created', 10),
            flag('licensable'),
            text('license_category', 40),
            text('license_model', 40, 'none'),
            { ...text('name', 100), display: true },
            text('package_json', 1024),
            text('package_resolver_version', 40),
            text('source', 255),
            text('subscription_entitlement', 255),
            flag('trackable'),
            text('version', 40),
        ],
        rights: READ,
    },
    {
        name: 'sys_scope',
        label: 'Application Scope',
        extends: 'sys_package',
        columns: [
            flag('can_edit_in_studio', 'true'),
            text('guided_setup_guid', 32),
            { ...text('js_level', 40, 'es_latest') },
            typed('logo', 'user_image', 40),
            flag('private'),
            flag('restrict_table_access'),
            text('runtime_access_tracking', 40),
            { ...text('application_runtime_policy', 40), since: 'brazil' },
            { ...text('scope', 18), unique: true },
            flag('scoped_administration'),
            typed('short_description', 'translated_text', 4000),
            text('template', 255),
            text('vendor', 255),
            text('vendor_prefix', 40),
        ],
        rights: READ,
    },
    {
        name: 'sys_app',
        label: 'Custom Application',
        extends: 'sys_scope',
        columns: [
            flag('hide_on_ui'),
            flag('installed_as_dependency'),
            to('menu', 'sys_app_application'),
            text('store_correlation_id', 40),
            text('store_url', 1024),
            text('sys_code', 100),
            flag('uninstall_blocked'),
            to('user_role', 'sys_user_role'),
        ],
        rights: READ,
    },
    {
        name: 'sys_store_app',
        label: 'Store Application',
        extends: 'sys_scope',
        columns: [
            flag('hide_on_ui'),
            flag('installed_as_dependency'),
            to('menu', 'sys_app_application'),
            text('sys_code', 100),
            flag('uninstall_blocked'),
            to('user_role', 'sys_user_role'),
        ],
        rights: READ,
    },
]
