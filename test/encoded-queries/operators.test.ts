import { OPERATORS as OF_CLIENT } from '../../client/src/requests/query'
import { OPERATORS as OF_STORE, type Operator } from '../../local-instance/src/core/store/operators'
import type { Row } from '../../local-instance/src/core/store/types'
import {
    ADD_QUERY_OPERATORS,
    OPERATORS as OF_RUNTIME,
} from '../../local-instance/src/script-engine/glide/records/operators'
import { openTestStore, type TestStore } from '../../local-instance/test/store/open-test-store'
import { peopleSchema } from '../../local-instance/test/store/people-schema'
import { OPERATORS as OF_RULES } from '../../src/server/token-refresh/rule-check/operators'

/*
 * The store, the script runtime, the app and the client cannot import each other, so each has a table of its
 * own. The store's table is complete: the others have the same operators, except those that a list here
 * excludes on purpose.
 */

/** Older spellings of CONTAINS, DOES NOT CONTAIN and ENDSWITH. */
const OTHER_SPELLINGS: Operator[] = ['*', '!*', '%']
/** Operators that only the condition builder of a list writes. */
const RELATIVE: Operator[] = ['RELATIVEGE', 'RELATIVEGT', 'RELATIVEEE', 'RELATIVELE', 'RELATIVELT']
const COMPARES_FIELDS: Operator[] = [
    'GT_FIELD',
    'LT_FIELD',
    'GT_OR_EQUALS_FIELD',
    'LT_OR_EQUALS_FIELD',
    'SAMEAS',
    'NSAMEAS',
]

const LEFT_OUT: Record<string, { operators: Operator[]; because: string }[]> = {
    'the script runtime': [],
    addQuery: [
        { operators: [...OTHER_SPELLINGS, 'NOTLIKE'], because: 'one spelling is enough' },
        { operators: RELATIVE, because: 'addQuery takes the moment itself' },
        { operators: ['ON', 'NOTON', 'DYNAMIC'], because: 'these are for encoded queries' },
        { operators: ['ISEMPTY', 'ISNOTEMPTY', 'EMPTYSTRING'], because: 'addNullQuery and addNotNullQuery' },
        { operators: ['ANYTHING'], because: 'it is not a condition' },
        {
            operators: COMPARES_FIELDS.filter((name) => !name.endsWith('SAMEAS')),
            because: 'c_GlideRecordScopedAPI does not list them',
        },
    ],
    'the rule check': [
        { operators: OTHER_SPELLINGS, because: 'one spelling is enough' },
        {
            operators: [...RELATIVE, 'DYNAMIC'],
            because: 'their value depends on when and for whom it is asked',
        },
        { operators: COMPARES_FIELDS, because: 'their value is a field, which the check cannot judge' },
        { operators: ['INSTANCEOF'], because: 'the class is the table of the rule' },
        { operators: ['ANYTHING'], because: 'it asks nothing' },
    ],
    'the client': [
        { operators: [...OTHER_SPELLINGS, 'NOTLIKE'], because: 'one spelling is enough' },
        { operators: ['CONTAINS', 'DOES NOT CONTAIN'], because: 'LIKE and NOT LIKE do the same' },
        { operators: [...RELATIVE, 'ON', 'NOTON'], because: 'a Date or script() is the value instead' },
        {
            operators: ['DYNAMIC'],
            because: 'its value is a sys_id of a filter option; script() does the same',
        },
        { operators: COMPARES_FIELDS, because: 'a value never becomes a field' },
        { operators: ['EMPTYSTRING'], because: 'ISEMPTY does the same over the Table API' },
    ],
}

const SIDES: Record<string, readonly string[]> = {
    'the script runtime': OF_RUNTIME,
    addQuery: Object.keys(ADD_QUERY_OPERATORS),
    'the rule check': OF_RULES.map(({ name }) => name),
    'the client': Object.keys(OF_CLIENT),
}

describe('the operators of encoded queries', () => {
    it.each(Object.entries(SIDES))('of %s are those of the store', (side, operators) => {
        const leftOut = LEFT_OUT[side]!.flatMap((entry) => entry.operators)
        expect([...operators, ...leftOut].sort()).toEqual([...OF_STORE].sort())
    })

    it('that addQuery writes are operators of the store', () => {
        expect(OF_STORE).toEqual(expect.arrayContaining(Object.values(ADD_QUERY_OPERATORS)))
    })

    // The first operator that matches is used.
    it.each([
        ['the store', OF_STORE],
        ['the script runtime', OF_RUNTIME],
        ['the rule check', OF_RULES.map(({ name }) => name)],
    ])('are listed in %s after longer ones with the same prefix', (_, operators: readonly string[]) => {
        const hidden = operators.filter((name, at) =>
            operators.slice(0, at).some((earlier) => name.startsWith(earlier))
        )
        expect(hidden).toEqual([])
    })
})

/** For each operator, a condition that matches some of the people, but not all. */
const EXAMPLES: Record<Exclude<Operator, 'ANYTHING'>, string> = {
    '=': 'name=Ada',
    '!=': 'name!=Ada',
    '<': 'age<40',
    '<=': 'age<=36',
    '>': 'age>36',
    '>=': 'age>=40',
    STARTSWITH: 'nameSTARTSWITHAd',
    ENDSWITH: 'nameENDSWITHda',
    '%': 'name%da',
    LIKE: 'nameLIKEd',
    CONTAINS: 'nameCONTAINSd',
    '*': 'name*d',
    'NOT LIKE': 'nameNOT LIKEd',
    NOTLIKE: 'nameNOTLIKEd',
    'DOES NOT CONTAIN': 'nameDOES NOT CONTAINd',
    '!*': 'name!*d',
    IN: 'nameINAda,x',
    'NOT IN': 'nameNOT INAda,x',
    BETWEEN: 'ageBETWEEN30@40',
    ON: 'seenON2026-01-02',
    NOTON: 'seenNOTON2026-01-02',
    ISEMPTY: 'nicknameISEMPTY',
    ISNOTEMPTY: 'nicknameISNOTEMPTY',
    EMPTYSTRING: 'nicknameEMPTYSTRING',
    SAMEAS: 'nicknameSAMEASname',
    NSAMEAS: 'nicknameNSAMEASname',
    GT_FIELD: 'ageGT_FIELDlevel',
    LT_FIELD: 'ageLT_FIELDlevel',
    GT_OR_EQUALS_FIELD: 'ageGT_OR_EQUALS_FIELDlevel',
    LT_OR_EQUALS_FIELD: 'ageLT_OR_EQUALS_FIELDlevel',
    INSTANCEOF: 'sys_class_nameINSTANCEOFx_manager',
    DYNAMIC: 'bossDYNAMIC90d1921e5f510100a9ad2572f2b477fe',
    RELATIVEGE: 'seenRELATIVEGE@year@ago@2',
    RELATIVEGT: 'seenRELATIVEGT@year@ago@2',
    RELATIVELE: 'seenRELATIVELE@year@ago@2',
    RELATIVELT: 'seenRELATIVELT@year@ago@2',
    RELATIVEEE: 'seenRELATIVEEE@hour@ago@0',
}

describe('the store', () => {
    let test: TestStore
    beforeAll(() => {
        test = openTestStore(peopleSchema)
        test.store.deleteMultiple('x_person', '')
        const now = test.store.insert('x_team', { name: 'Now' })['sys_created_on']!
        const rows: Row[] = [
            { sys_id: 'ada', name: 'Ada', nickname: 'Ada', age: '36', level: '50', seen: now, boss: 'ada' },
            { name: 'Bob', age: '50', level: '2', seen: '2010-05-06 07:08:09', boss: 'ada' },
            { name: 'Eve', nickname: 'Evi', age: '60', level: '3', seen: '2026-01-02 12:00:00' },
        ]
        for (const row of rows) test.store.insert('x_person', row)
        test.store.insert('x_manager', { name: 'Max', age: '60', level: '60', seen: now })
    })
    afterAll(() => test.close())

    it('evaluates each operator', () => {
        const { store } = test
        for (const [operator, query] of Object.entries(EXAMPLES)) {
            const rows = store.query('x_person', { query, userId: 'ada' })
            expect([operator, rows.length > 0 && rows.length < 4]).toEqual([operator, true])
        }
        expect(store.query('x_person', { query: 'nicknameANYTHING' })).toHaveLength(4)
    })
})
