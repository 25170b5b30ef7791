import type { TableDefinition } from '../../core/store/types'
import { flag, moment, text, to, typed, whole } from './columns'

/**
 * `sys_upgrade_history_log.disposition` (labels: DOCS c_UpgradeDetails; 4 skipped, 9 skipped error: public scripts that
 * query the table; the other numbers are assumed).
 */
export const DISPOSITION = {
    inserted: '1',
    updated: '2',
    deleted: '3',
    skipped: '4',
    unchanged: '5',
    skippedApplyOnce: '8',
    skippedError: '9',
} as const

/** The platform's records of installations and of administrators' changes. */
export const upgradeTables: TableDefinition[] = [
    {
        name: 'sys_upgrade_history',
        label: 'Upgrade History',
        columns: [
            text('from_version'),
            { ...text('to_version'), display: true },
            moment('upgrade_started'),
            moment('upgrade_finished'),
        ],
        indexes: [{ columns: ['to_version', 'upgrade_started'] }],
    },
    {
        name: 'sys_upgrade_history_log',
        label: 'Upgrade Details',
        columns: [
            to('upgrade_history', 'sys_upgrade_history'),
            { ...text('file_name'), display: true },
            text('target_name'),
            {
                ...whole('disposition'),
                choices: {
                    [DISPOSITION.inserted]: 'Inserted',
                    [DISPOSITION.updated]: 'Updated',
                    [DISPOSITION.deleted]: 'Deleted',
                    [DISPOSITION.skipped]: 'Skipped',
                    [DISPOSITION.unchanged]: 'Unchanged',
                    [DISPOSITION.skippedApplyOnce]: 'Skipped Apply Once',
                    [DISPOSITION.skippedError]: 'Skipped Error',
                },
            },
            text('type', 80),
            flag('changed'),
            text('plugin', 255),
            text('comments', 4000),
            text('resolution_status', 40),
        ],
        indexes: [{ columns: ['upgrade_history', 'disposition'] }],
    },
    {
        name: 'sys_update_set',
        label: 'Update Set',
        columns: [
            { ...text('name', 80), display: true },
            to('application', 'sys_scope'),
            text('description', 4000),
            {
                ...text('state', 40, 'in progress'),
                choices: { 'in progress': 'In progress', complete: 'Complete', ignore: 'Ignore' },
            },
            flag('is_default'),
        ],
    },
    {
        name: 'sys_update_xml',
        label: 'Customer Update',
        columns: [
            { ...text('name', 250), display: true, unique: true },
            {
                ...text('action', 40, 'INSERT_OR_UPDATE'),
                choices: { INSERT_OR_UPDATE: 'Insert or Update', DELETE: 'Delete' },
            },
            text('type', 80),
            text('target_name', 255),
            text('table', 80),
            to('application', 'sys_scope'),
            to('update_set', 'sys_update_set'),
            typed('payload', 'xml', 1_000_000),
            flag('replace_on_upgrade'),
        ],
        indexes: [{ columns: ['update_set'] }],
    },
    {
        name: 'sys_mutex',
        label: 'Mutex',
        columns: [{ ...text('name', 100), display: true }, moment('acquired'), text('acquired_by', 100)],
    },
    {
        name: 'sys_cluster_state',
        label: 'Cluster Node Status',
        columns: [
            text('node_id', 32),
            { ...text('system_id', 100), display: true },
            { ...text('status', 40), choices: { online: 'Online', offline: 'Offline' } },
            text('build_name', 40),
        ],
    },
    {
        name: 'sys_execution_tracker',
        label: 'Execution Tracker',
        columns: [
            { ...text('name', 255), display: true },
            {
                ...whole('state', '0'),
                choices: {
                    '0': 'Pending',
                    '1': 'Running',
                    '2': 'Successful',
                    '3': 'Failed',
                    '4': 'Cancelled',
                },
            },
            typed('percent_complete', 'decimal'),
            text('message', 4000),
            text('detail_message', 4000),
            text('error', 4000),
            text('source', 32),
            text('source_table', 80),
            moment('start_time'),
            moment('completion_time'),
        ],
    },
    {
        name: 'sys_rollback_context',
        label: 'Rollback Context',
        columns: [{ ...text('name', 255), display: true }, text('state', 40)],
    },
    {
        // The local instance's list of installed records, so that first-install records are left unchanged
        // and records dropped by a new version can be found.
        name: 'local_deployed_record',
        label: 'Deployed record',
        hidden: true,
        columns: [
            text('application', 32),
            text('folder', 40),
            text('table_name', 80),
            text('record', 32),
            text('update_name', 250),
            text('content_hash', 64),
        ],
        indexes: [{ columns: ['application', 'folder'] }, { columns: ['table_name', 'record'] }],
    },
]
