import type { TableDefinition } from '../../core/store/types'
import { columnList } from '../platform/column-list'
import { ENTITY_COLUMNS } from './entity-columns'

/** Companies, accounts and contacts. */
export const customerTables: TableDefinition[] = [
    {
        name: 'core_company',
        label: 'Company',
        columns: columnList({
            names: `sys_class_name ${ENTITY_COLUMNS.core_company} sys_tags`,
            references: { contact: 'sys_user', parent: 'core_company' },
            types: {
                sys_class_name: 'sys_class_name',
                sys_tags: 'related_tags',
                customer: 'boolean',
                manufacturer: 'boolean',
                vendor: 'boolean',
                primary: 'boolean',
                publicly_traded: 'boolean',
                num_employees: 'integer',
                latitude: 'float',
                longitude: 'float',
                state: 'string',
            },
            details: { name: { display: true, maxLength: 80, label: 'Name' } },
        }),
        indexes: [{ columns: ['name'] }],
        rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
    },
    {
        name: 'customer_account',
        label: 'Account',
        extends: 'core_company',
        columns: columnList({
            names: ENTITY_COLUMNS.customer_account,
            references: { account_parent: 'customer_account', primary_contact: 'customer_contact' },
            types: { partner: 'boolean', email: 'email' },
            details: { number: { label: 'Number', maxLength: 40 } },
        }),
        indexes: [{ columns: ['number'] }],
        autoNumber: { prefix: 'ACCT', digits: 7 },
        rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
    },
    {
        name: 'customer_contact',
        label: 'Contact',
        extends: 'sys_user',
        columns: columnList({
            names: ENTITY_COLUMNS.customer_contact,
            references: { account: 'customer_account' },
            types: { fso_date_of_birth: 'glide_date', fso_equity_percentage: 'decimal' },
        }),
        indexes: [{ columns: ['account'] }],
        rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
    },
    {
        name: 'cmdb_ci',
        label: 'Configuration Item',
        columns: [
            { name: 'name', type: 'string', maxLength: 255, display: true },
            { name: 'short_description', type: 'string', maxLength: 1000 },
            { name: 'operational_status', type: 'integer', defaultValue: '1' },
        ],
        rights: { read: [], create: ['itil'], write: ['itil'], delete: ['admin'] },
    },
]
