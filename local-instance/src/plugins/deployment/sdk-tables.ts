import type { ColumnDefinition, TableDefinition } from '../../core/store/types'
import { flag, text, to, typed, whole } from './columns'

const domain = (): ColumnDefinition[] => [
    typed('sys_domain', 'domain_id', 32, 'global'),
    typed('sys_domain_path', 'domain_path', 255, '/'),
]

/**
 * Tables whose records the SDK generates from a developer's declarations (lists, forms, pages, choices) and
 * that are only stored here. Columns as in SDK sdk-core/dist/fluent/tables and in what `now-sdk build` emits.
 */
export const sdkTables: TableDefinition[] = [
    {
        name: 'sys_choice_set',
        label: 'Choice Set',
        extends: 'sys_metadata',
        columns: [text('element', 80), { ...text('name', 80), display: true }],
    },
    {
        name: 'sys_ui_view',
        label: 'View',
        extends: 'sys_metadata',
        columns: [
            to('group', 'sys_user_group'),
            flag('hidden'),
            text('name', 80),
            text('roles', 100),
            { ...typed('title', 'translated_field', 80), display: true },
            to('user', 'sys_user'),
        ],
    },
    {
        name: 'sys_ui_list',
        label: 'List',
        extends: 'sys_metadata',
        columns: [
            text('element', 80),
            { ...typed('name', 'table_name', 80), display: true },
            text('parent', 80),
            text('relationship', 32),
            to('view', 'sys_ui_view'),
            text('view_name', 40),
            to('sys_user', 'sys_user'),
            whole('position'),
            flag('average_value'),
            flag('max_value'),
            flag('min_value'),
            flag('sum'),
            ...domain(),
        ],
    },
    {
        name: 'sys_ui_list_element',
        label: 'List Element',
        columns: [
            to('list_id', 'sys_ui_list'),
            { ...text('element', 255), display: true },
            whole('position'),
            flag('average_value'),
            flag('max_value'),
            flag('min_value'),
            flag('sum'),
        ],
        indexes: [{ columns: ['list_id'] }],
    },
    {
        name: 'sys_ui_form',
        label: 'Form',
        extends: 'sys_metadata',
        columns: [
            { ...typed('name', 'table_name', 80), display: true },
            text('roles', 40),
            to('sys_overrides', 'sys_ui_form'),
            to('sys_user', 'sys_user'),
            to('view', 'sys_ui_view'),
            text('view_name', 40),
            ...domain(),
        ],
    },
    {
        name: 'sys_ui_section',
        label: 'Form Section',
        extends: 'sys_metadata',
        columns: [
            { ...typed('caption', 'translated_field', 40), display: true },
            flag('header'),
            typed('name', 'table_name', 80),
            text('roles', 40),
            to('sys_overrides', 'sys_ui_section'),
            to('sys_user', 'sys_user'),
            flag('title'),
            to('view', 'sys_ui_view'),
            text('view_name', 40),
            ...domain(),
        ],
    },
    {
        name: 'sys_ui_form_section',
        label: 'Form Section Position',
        columns: [
            whole('position'),
            to('sys_overrides', 'sys_ui_form_section'),
            to('sys_ui_form', 'sys_ui_form'),
            to('sys_ui_section', 'sys_ui_section'),
        ],
    },
    {
        name: 'sys_ui_element',
        label: 'Section Element',
        columns: [
            { ...text('element', 255), display: true },
            whole('position'),
            text('sys_ui_formatter', 32),
            to('sys_ui_section', 'sys_ui_section'),
            to('sys_user', 'sys_user'),
            text('type', 40),
        ],
    },
    {
        name: 'sys_ui_related_list',
        label: 'Related List',
        extends: 'sys_metadata',
        columns: [
            { ...typed('name', 'table_name', 80), display: true },
            typed('filter', 'conditions', 3500),
            to('view', 'sys_ui_view'),
            text('view_name', 40),
            text('order_by', 255),
            text('calculated_name', 255),
            text('related_list', 80),
            to('sys_user', 'sys_user'),
            whole('position'),
            ...domain(),
        ],
    },
    {
        name: 'sys_ui_related_list_entry',
        label: 'Related List Entry',
        columns: [
            to('list_id', 'sys_ui_related_list'),
            typed('filter', 'conditions', 3500),
            { ...text('related_list', 165), display: true },
            text('order_by', 255),
            whole('position'),
        ],
    },
    {
        // Not in the SDK's tables of this version; the columns are those of its later guide on field styles.
        name: 'sys_ui_style',
        label: 'Style',
        extends: 'sys_metadata',
        columns: [
            { ...typed('name', 'table_name', 80), display: true },
            text('element', 80),
            text('value', 250),
            text('style', 4000),
        ],
    },
    {
        name: 'sn_glider_source_artifact',
        label: 'Source Artifact',
        extends: 'sys_metadata',
        columns: [{ ...text('name', 255), display: true }],
    },
    {
        name: 'sn_glider_source_artifact_m2m',
        label: 'Source Artifact File',
        extends: 'sys_metadata',
        columns: [to('application_file', 'sys_metadata'), to('source_artifact', 'sn_glider_source_artifact')],
        indexes: [{ columns: ['source_artifact'] }],
    },
    {
        name: 'ua_table_licensing_config',
        label: 'Table Licensing Configuration',
        extends: 'sys_metadata',
        columns: [
            { ...typed('name', 'table_name', 80), display: true },
            text('license_model', 40, 'none'),
            text('license_condition', 4000),
            text('license_roles', 4000),
            text('owner_condition', 4000),
            flag('is_fulfillment'),
            flag('op_delete', 'true'),
            flag('op_insert', 'true'),
            flag('op_update', 'true'),
            text('license_category', 40),
        ],
    },
    {
        name: 'sys_notification_category',
        label: 'Notification Category',
        extends: 'sys_metadata',
        columns: [
            { ...typed('name', 'translated_text', 32), display: true },
            text('short_description', 1000),
        ],
    },
]
