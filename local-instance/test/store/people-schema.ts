import type { Schema } from '../../src/core/plugin'
import type { ColumnDefinition } from '../../src/core/store/types'

const text = (name: string, more: Partial<ColumnDefinition> = {}): ColumnDefinition => ({
    name,
    type: 'string',
    maxLength: 40,
    ...more,
})

/** Teams, people and managers: one hierarchy and references between them. */
export const peopleSchema: Schema = {
    tables: [
        { name: 'x_team', label: 'Team', columns: [text('name', { display: true }), text('town')] },
        {
            name: 'x_person',
            label: 'Person',
            columns: [
                text('name', { display: true }),
                text('nickname'),
                { name: 'age', type: 'integer' },
                { name: 'score', type: 'decimal' },
                { name: 'active', type: 'boolean', defaultValue: 'true' },
                { name: 'team', type: 'reference', reference: 'x_team' },
                { name: 'boss', type: 'reference', reference: 'x_person' },
                { name: 'born', type: 'glide_date' },
                { name: 'seen', type: 'glide_date_time' },
                { name: 'level', type: 'integer', choices: { '1': 'Low', '2': 'High' } },
                { name: 'pin', type: 'password2' },
                { name: 'notes', type: 'journal_input', label: 'Notes' },
                text('code', { unique: true }),
            ],
            indexes: [{ columns: ['name'] }, { columns: ['team'] }],
        },
        { name: 'x_manager', label: 'Manager', extends: 'x_person', columns: [text('office')] },
    ],
    seed(store) {
        store.insert('x_team', { sys_id: 'red', name: 'Red', town: 'Bern' })
        store.insert('x_team', { sys_id: 'blue', name: 'Blue', town: 'Oslo' })
        const person = { active: 'true', born: '1990-05-01' }
        store.insert('x_manager', {
            ...person,
            sys_id: 'm1',
            name: 'Mia',
            age: '50',
            team: 'red',
            office: '12',
        })
        store.insert('x_person', {
            ...person,
            sys_id: 'p1',
            name: 'Ann',
            nickname: 'Ann',
            age: '9',
            score: '9.5',
            team: 'red',
            boss: 'm1',
            seen: '2026-11-22 07:30:00',
            pin: '1234',
        })
        store.insert('x_person', {
            ...person,
            sys_id: 'p2',
            name: 'bob',
            nickname: 'Bobby',
            age: '30',
            score: '10.25',
            team: 'blue',
            boss: 'm1',
            seen: '2026-11-21 12:00:00',
            active: 'false',
        })
        store.insert('x_person', {
            sys_id: 'p3',
            name: "O'Neil 100% [a_b]",
            age: '30',
            boss: 'p2',
            seen: '2026-10-01 00:00:00',
            level: '2',
        })
    },
}
