import type { ColumnDefinition, TableDefinition } from '../../core/store/types'
import { columnList } from '../platform/column-list'
import { ENTITY_COLUMNS } from './entity-columns'

const STATES: ColumnDefinition = {
    name: 'state',
    type: 'integer',
    label: 'State',
    defaultValue: '1',
    choices: { '1': 'New', '10': 'Open', '18': 'Awaiting Info', '6': 'Resolved', '3': 'Closed' },
}

/**
 * Customer service cases, and the financial services cases that extend them by way of `sn_bom_case`
 * (entities.json: FinancialServicesCase, FinancialServicesBase). State values are assumed; their names are documented.
 */
export const caseTables: TableDefinition[] = [
    {
        name: 'sn_customerservice_case',
        label: 'Case',
        extends: 'task',
        columns: [
            ...columnList({
                names: ENTITY_COLUMNS.sn_customerservice_case,
                references: {
                    account: 'customer_account',
                    contact: 'customer_contact',
                    incident: 'incident',
                    internal_contact: 'sys_user',
                    partner: 'customer_account',
                    partner_contact: 'customer_contact',
                    problem: 'problem',
                    resolved_by: 'sys_user',
                    support_manager: 'sys_user',
                },
                types: {
                    auto_close: 'boolean',
                    follow_the_sun: 'boolean',
                    initiated_as_request: 'boolean',
                    notes_to_comments: 'boolean',
                    proactive: 'boolean',
                    sync_driver: 'boolean',
                    contact_local_time: 'string',
                    first_response_time: 'glide_date_time',
                    notify: 'integer',
                    category: 'integer',
                },
                details: { contact: { label: 'Contact' }, account: { label: 'Account' } },
            }),
            STATES,
        ],
        indexes: [{ columns: ['account'] }, { columns: ['contact'] }],
        autoNumber: { prefix: 'CS', digits: 7 },
        rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
    },
    {
        name: 'sn_bom_case',
        label: 'Financial Services Base Case',
        extends: 'sn_customerservice_case',
        columns: columnList({ names: ENTITY_COLUMNS.sn_bom_case }),
        rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
    },
    {
        name: 'sn_bom_financial_service',
        label: 'Financial Services Case',
        extends: 'sn_bom_case',
        columns: [],
        // The guide's samples create, comment on and close these cases as a regular user.
        rights: { read: [], create: [], write: [], delete: ['admin'] },
    },
]
