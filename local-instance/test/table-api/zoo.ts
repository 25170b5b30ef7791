import type { TableDefinition } from '../../src/core/store/types'

/** Tables with every kind of column; `itil` may write animals, every signed-in user may read them. */
export const ZOO: TableDefinition[] = [
    {
        name: 'zoo_house',
        label: 'House',
        columns: [
            { name: 'name', type: 'string', display: true },
            { name: 'keeper', type: 'reference', reference: 'sys_user' },
            { name: 'code', type: 'string', unique: true },
        ],
        rights: { read: [], create: ['itil'], write: ['itil'] },
    },
    {
        name: 'zoo_animal',
        label: 'Animal',
        columns: [
            { name: 'number', type: 'string', readOnly: true, display: true },
            { name: 'name', type: 'string', maxLength: 40 },
            { name: 'house', type: 'reference', reference: 'zoo_house' },
            { name: 'tame', type: 'boolean', defaultValue: 'true' },
            { name: 'weight', type: 'integer' },
            { name: 'born', type: 'glide_date' },
            { name: 'state', type: 'choice', choices: { '1': 'Awake', '2': 'Asleep' }, defaultValue: '1' },
            { name: 'comments', type: 'journal_input', label: 'Comments' },
            { name: 'secret', type: 'password2' },
            { name: 'diary', type: 'string' },
            { name: 'keepers', type: 'glide_list', reference: 'sys_user', maxLength: 4000 },
            { name: 'checked', type: 'glide_date_time' },
        ],
        indexes: [{ columns: ['weight'] }],
        autoNumber: { prefix: 'ANI', digits: 7 },
        rights: { read: [], create: ['itil'], write: ['itil'], delete: ['itil'] },
    },
    {
        name: 'zoo_bird',
        label: 'Bird',
        extends: 'zoo_animal',
        columns: [{ name: 'wingspan', type: 'integer' }],
        rights: { read: ['itil'], create: ['itil'], write: ['itil'], delete: ['itil'] },
    },
    { name: 'zoo_vault', label: 'Vault', columns: [{ name: 'name', type: 'string' }] },
    {
        name: 'zoo_shut',
        label: 'Shut',
        columns: [{ name: 'name', type: 'string' }],
        rights: { read: [] },
        webServiceAccess: false,
    },
    { name: 'local_zoo', label: 'Hidden', columns: [{ name: 'name', type: 'string' }], hidden: true },
]
