import type { ColumnDefinition, TableDefinition } from '../../core/store/types'
import { columnList } from '../platform/column-list'
import { ENTITY_COLUMNS } from './entity-columns'

const LEVELS = { '1': '1 - High', '2': '2 - Medium', '3': '3 - Low' }

/** Reference columns of tasks whose target table the instance has. */
const TASK_REFERENCES = {
    assigned_to: 'sys_user',
    assignment_group: 'sys_user_group',
    closed_by: 'sys_user',
    opened_by: 'sys_user',
    parent: 'task',
    company: 'core_company',
    cmdb_ci: 'cmdb_ci',
    business_service: 'cmdb_ci',
}

const number: Partial<ColumnDefinition> = { display: true, maxLength: 40, label: 'Number' }

/** The task table: the base of incidents and cases. */
const task: TableDefinition = {
    name: 'task',
    label: 'Task',
    columns: columnList({
        names: `sys_class_name ${ENTITY_COLUMNS.task} sys_tags`,
        references: TASK_REFERENCES,
        types: {
            sys_class_name: 'sys_class_name',
            sys_tags: 'related_tags',
            active: 'boolean',
            activity_due: 'due_date',
            approval_set: 'glide_date_time',
            due_date: 'glide_date_time',
            expected_start: 'glide_date_time',
            work_end: 'glide_date_time',
            work_start: 'glide_date_time',
            needs_attention: 'boolean',
            made_sla: 'boolean',
            skills: 'glide_list',
            user_input: 'user_input',
            time_worked: 'timer',
            sys_domain: 'domain_id',
            sys_domain_path: 'domain_path',
        },
        details: {
            sys_class_name: { label: 'Task type', maxLength: 80, readOnly: true },
            number,
            active: { defaultValue: 'true', label: 'Active' },
            approval: { defaultValue: 'not requested' },
            comments: { label: 'Additional comments' },
            work_notes: { label: 'Work notes' },
            comments_and_work_notes: { label: 'Comments and Work notes' },
            escalation: {
                defaultValue: '0',
                choices: { '0': 'Normal', '1': 'Moderate', '2': 'High', '3': 'Overdue' },
            },
            impact: { defaultValue: '3', choices: LEVELS, label: 'Impact' },
            urgency: { defaultValue: '3', choices: LEVELS, label: 'Urgency' },
            priority: {
                defaultValue: '4',
                label: 'Priority',
                choices: {
                    '1': '1 - Critical',
                    '2': '2 - High',
                    '3': '3 - Moderate',
                    '4': '4 - Low',
                    '5': '5 - Planning',
                },
            },
            state: {
                defaultValue: '1',
                label: 'State',
                choices: {
                    '-5': 'Pending',
                    '1': 'Open',
                    '2': 'Work in Progress',
                    '3': 'Closed Complete',
                    '4': 'Closed Incomplete',
                    '7': 'Closed Skipped',
                },
            },
            opened_at: { defaultValue: 'javascript:gs.nowDateTime()', label: 'Opened' },
            reassignment_count: { defaultValue: '0' },
            made_sla: { defaultValue: 'true' },
            upon_approval: { defaultValue: 'proceed' },
            upon_reject: { defaultValue: 'cancel' },
            short_description: { label: 'Short description' },
            task_effective_number: { label: 'Effective number', readOnly: true },
        },
    }),
    indexes: [
        { columns: ['number'] },
        { columns: ['assigned_to', 'active', 'sys_updated_on'] },
        { columns: ['active', 'sys_updated_on'] },
        { columns: ['sys_updated_on'] },
        { columns: ['sys_created_on'] },
        { columns: ['state'] },
        { columns: ['priority'] },
        { columns: ['opened_at'] },
        { columns: ['parent'] },
    ],
    autoNumber: { prefix: 'TASK', digits: 7 },
    rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
}

const incident: TableDefinition = {
    name: 'incident',
    label: 'Incident',
    extends: 'task',
    columns: [
        ...columnList({
            names: ENTITY_COLUMNS.incident,
            references: {
                caller_id: 'sys_user',
                parent_incident: 'incident',
                problem_id: 'problem',
                reopened_by: 'sys_user',
                resolved_by: 'sys_user',
            },
            types: {
                child_incidents: 'integer',
                reopened_time: 'glide_date_time',
                incident_state: 'integer',
                notify: 'integer',
                hold_reason: 'integer',
            },
            details: {
                caller_id: { label: 'Caller' },
                category: {
                    defaultValue: 'inquiry',
                    choices: {
                        inquiry: 'Inquiry / Help',
                        software: 'Software',
                        hardware: 'Hardware',
                        network: 'Network',
                        database: 'Database',
                    },
                },
                hold_reason: {
                    choices: {
                        '1': 'Awaiting Caller',
                        '3': 'Awaiting Problem',
                        '4': 'Awaiting Vendor',
                        '5': 'Awaiting Change',
                    },
                },
                severity: { defaultValue: '3', choices: LEVELS },
                notify: { defaultValue: '1' },
                reopen_count: { defaultValue: '0' },
                child_incidents: { defaultValue: '0' },
            },
        }),
        ...['state', 'incident_state'].map((name) => ({
            name,
            type: 'integer',
            label: name === 'state' ? 'State' : 'Incident state',
            defaultValue: '1',
            choices: {
                '1': 'New',
                '2': 'In Progress',
                '3': 'On Hold',
                '6': 'Resolved',
                '7': 'Closed',
                '8': 'Canceled',
            },
        })),
    ].filter((column, index, all) => all.findLastIndex(({ name }) => name === column.name) === index),
    indexes: [{ columns: ['caller_id'] }, { columns: ['category'] }],
    autoNumber: { prefix: 'INC', digits: 7 },
    rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
}

const problem: TableDefinition = {
    name: 'problem',
    label: 'Problem',
    extends: 'task',
    columns: columnList({
        names: ENTITY_COLUMNS.problem,
        references: {
            confirmed_by: 'sys_user',
            duplicate_of: 'problem',
            first_reported_by_task: 'task',
            fix_by: 'sys_user',
            fix_communicated_by: 'sys_user',
            reopened_by: 'sys_user',
            resolved_by: 'sys_user',
            workaround_communicated_by: 'sys_user',
        },
        types: {
            known_error: 'boolean',
            major_problem: 'boolean',
            workaround_applied: 'boolean',
            problem_state: 'integer',
            related_incidents: 'integer',
        },
    }),
    autoNumber: { prefix: 'PRB', digits: 7 },
    rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
}

/** Tasks of IT service management. Incident states and priorities as in the base system. */
export const taskTables: TableDefinition[] = [task, incident, problem]
