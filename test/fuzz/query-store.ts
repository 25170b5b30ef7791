import type { Schema } from 'openfin-servicenow-local-instance/dist/core/plugin'
import type { Row } from 'openfin-servicenow-local-instance/dist/core/store/types'
import { openFuzzStore, type FuzzStore } from './fuzz-store'

/** A table with a column of each family, and one that extends it. */
export const PERSON = 'x_fuzz_person'

const schema: Schema = {
    tables: [
        {
            name: PERSON,
            label: 'Person',
            columns: [
                { name: 'name', type: 'string', maxLength: 100, display: true },
                { name: 'nickname', type: 'string', maxLength: 100 },
                { name: 'age', type: 'integer' },
                { name: 'score', type: 'decimal' },
                { name: 'active', type: 'boolean' },
                { name: 'boss', type: 'reference', reference: PERSON },
                { name: 'born', type: 'glide_date' },
                { name: 'seen', type: 'glide_date_time' },
                { name: 'pin', type: 'password2' },
            ],
            indexes: [{ columns: ['name'] }, { columns: ['age', 'name'] }, { columns: ['boss'] }],
        },
        { name: 'x_fuzz_manager', label: 'Manager', extends: PERSON, columns: [] },
    ],
    seed(store) {
        PEOPLE.forEach((person, index) => {
            store.insert(index % 3 === 0 ? 'x_fuzz_manager' : PERSON, person)
        })
    },
}

const person = (sys_id: string, name: string | null, more: Row = {}): Row => ({ sys_id, name, ...more })

const PEOPLE: Row[] = [
    person('p1', 'Ann', {
        nickname: 'ann',
        age: '9',
        score: '9.5',
        active: 'true',
        born: '1990-05-01',
        pin: 'secret',
    }),
    person('p2', 'bob', {
        nickname: 'Bobby',
        age: '30',
        score: '-10.25',
        boss: 'p1',
        seen: '2026-11-21 12:00:00',
    }),
    person('p3', "O'Neil 100% [a_b]", { age: '30', boss: 'p2', active: 'true', seen: '2026-11-22 07:30:00' }),
    person('p4', 'a^b^^c', { nickname: '^', age: '0', score: '0', boss: 'gone', born: '2026-11-22' }),
    person('p5', null, { nickname: 'NULL', age: '-1', boss: 'p3', seen: '1969-12-31 23:59:59' }),
    person('p6', 'Zoë 😀 ß İ', { nickname: 'ZOË', age: '9007199254740991', active: 'true', boss: 'p6' }),
    person('p7', '"; DROP TABLE x; --', { score: '0.1', born: '0001-01-01', seen: '9999-12-31 23:59:59' }),
    person('p8', '30', { nickname: 'a,b', age: '100', score: '1e'.slice(0, 1), active: 'true' }),
    person('p9', 'Ann', { nickname: 'ANN', boss: 'p1', active: 'true', seen: '2026-11-22 00:00:00' }),
]

/** A store with all tables of an instance and that one. */
export function openQueryStore(): FuzzStore {
    return openFuzzStore([schema])
}
