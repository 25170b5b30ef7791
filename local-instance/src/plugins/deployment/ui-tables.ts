import type { ColumnDefinition, TableDefinition } from '../../core/store/types'
import { flag, text, to, typed, whole } from './columns'

/**
 * Pages and scripts may exceed the length in the SDK's table definitions; the platform does not truncate
 * them.
 */
const LONG = 4_000_000

const flags = (...names: string[]): ColumnDefinition[] => names.map((name) => flag(name))

/** UI pages with their assets, and UI actions (SDK sdk-core/dist/fluent/tables and sdk-build-plugins). */
export const uiTables: TableDefinition[] = [
    {
        name: 'sys_ui_page',
        label: 'UI Page',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 250), display: true },
            text('category', 40, 'general'),
            text('description', 4000),
            text('endpoint', 255),
            flag('direct'),
            typed('html', 'html_script', LONG),
            typed('client_script', 'script_client', LONG),
            typed('processing_script', 'script', LONG),
        ],
        indexes: [{ columns: ['endpoint'] }],
    },
    {
        name: 'sys_ux_lib_asset',
        label: 'UX Asset',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 255), display: true },
            text('category', 40),
            text('checksum', 64),
            typed('content', 'string', LONG),
            text('engine', 40),
            flag('es_module'),
            flag('is_attachment'),
            text('mime_type', 100),
        ],
        indexes: [{ columns: ['name'] }],
    },
    {
        name: 'sys_ui_action',
        label: 'UI Action',
        extends: 'sys_metadata',
        columns: [
            { ...typed('name', 'translated_field', 100), display: true },
            typed('table', 'table_name', 80),
            text('action_name', 40),
            flag('active', 'true'),
            typed('client_script_v2', 'script_client', LONG),
            text('comments', 4000),
            typed('condition', 'condition_string', 4000),
            text('form_style', 40),
            typed('hint', 'translated_field', 255),
            text('keyboard_shortcut', 40),
            text('list_style', 40),
            text('messages', 4000),
            text('onclick', 254),
            whole('order', '100'),
            typed('script', 'script', LONG),
            flag('show_insert', 'true'),
            flag('show_update', 'true'),
            flag('ui11_compatible', 'true'),
            ...flags(
                'client',
                'form_action',
                'form_button',
                'form_button_v2',
                'form_context_menu',
                'form_link'
            ),
            ...flags(
                'form_menu_button_v2',
                'format_for_configurable_workspace',
                'isolate_script',
                'list_action'
            ),
            ...flags('list_banner_button', 'list_button', 'list_choice', 'list_context_menu', 'list_link'),
            ...flags('list_save_with_form_button', 'show_multiple_update', 'show_query', 'ui16_compatible'),
            typed('sys_domain', 'domain_id', 32, 'global'),
            typed('sys_domain_path', 'domain_path', 255, '/'),
            to('sys_overrides', 'sys_ui_action'),
        ],
        indexes: [{ columns: ['table'] }],
    },
    {
        name: 'sys_ui_action_role',
        label: 'UI Action Role',
        extends: 'sys_metadata',
        columns: [to('sys_ui_action', 'sys_ui_action'), to('sys_user_role', 'sys_user_role')],
        indexes: [{ columns: ['sys_ui_action'] }],
    },
    {
        name: 'sys_ui_action_view',
        label: 'UI Action Visibility',
        extends: 'sys_metadata',
        columns: [
            to('sys_ui_action', 'sys_ui_action'),
            to('sys_ui_view', 'sys_ui_view'),
            text('visibility', 40),
        ],
    },
]
