import fc from 'fast-check'
import { anyText, concat, oneOf, weighted } from './words'

/** Marker in operands that must not appear in SQL text. */
export const CANARY = 'qzxcanary'

/** Queried tables, with hierarchies and references. */
export const TABLES =
    'x_fuzz_person x_fuzz_person x_fuzz_person x_fuzz_manager incident sys_user sys_metadata'.split(' ')

const FIELD_COMPARISONS = oneOf('SAMEAS NSAMEAS GT_FIELD LT_FIELD GT_OR_EQUALS_FIELD LT_OR_EQUALS_FIELD')
const RELATIVES = oneOf('RELATIVEGT RELATIVEGE RELATIVELT RELATIVELE RELATIVEEE')
const COMPARISONS = weighted(
    [4, oneOf('= != > >= < <= IN LIKE STARTSWITH ENDSWITH * !* %', 'NOT IN', 'NOT LIKE', 'DOES NOT CONTAIN')],
    [
        2,
        oneOf('NOTLIKE CONTAINS BETWEEN ON NOTON INSTANCEOF DYNAMIC ISEMPTY ISNOTEMPTY EMPTYSTRING ANYTHING'),
    ],
    [1, oneOf('IS VALCHANGES or OR', '')]
)

const known = oneOf('name nickname age score active boss born seen pin sys_id sys_created_on sys_class_name')
const other = oneOf(
    'number caller_id manager assigned_to company user_name user_password sys_scope opened_at'
)
const strange = oneOf('constructor __proto__ toString rowid order group x t nothing 1', 'a b', 'Ä', '')
const name = weighted([12, known], [3, other], [1, strange])
const hops = fc.integer({ min: 1, max: 12 }).map((count) => `${'boss.'.repeat(count)}name`)
const dotted = fc.array(name, { minLength: 2, maxLength: 4 }).map((names) => names.join('.'))
const field = weighted([8, name], [1, dotted], [2, hops])

const unit = oneOf('year quarter month week day dayofweek hour minute constructor __proto__ x', '')
const count = weighted([1, oneOf('0 1 12 999999 1000000 -1 x', '')], [1, fc.nat(99).map(String)])
const relative = concat(oneOf('@', ''), unit, oneOf('@ago@ @ahead@ @x@ @'), count)
const method = oneOf(
    'daysAgo monthsAgo minutesAgo hoursAgo daysAgoStart beginningOfToday now constructor getUserID'
)
const systemCall = concat(method, weighted([2, count], [1, oneOf('-999999')])).map(
    (call) => `javascript:gs.${call.replace(/^[a-zA-Z]+/, '$&(')})`
)
const text = weighted(
    [6, anyText(10)],
    [
        2,
        oneOf('NULL true 30 -1 0.1 1e400 Ann p1 a^^b 😀 İ % _ " ? ?1 :a [ {"a":1} @ @@@', '', '9'.repeat(40)),
    ],
    [1, oneOf('\0 \ud800 \udc00x javascript: javascript:x incident constructor __proto__', "' OR 1=1 --")],
    [1, oneOf('2026-11-22 2026-13-99 yyyy', '2026-11-22 00:00:00')],
    [1, fc.integer({ min: 1, max: 3000 }).map((length) => 'y'.repeat(length))]
)

/** Possible operands. */
export const operand = weighted(
    [8, concat(text, oneOf(CANARY, '', ''))],
    [2, fc.array(text, { maxLength: 30 }).map((members) => members.join(','))],
    [1, systemCall]
)

const dynamic = oneOf('90d1921e5f510100a9ad2572f2b477fe d6435e965f510100a9ad2572f2b477fe x')
const bound = weighted([2, text], [1, systemCall])
const condition = weighted(
    [8, concat(field, COMPARISONS, operand)],
    [
        1,
        concat(
            field,
            FIELD_COMPARISONS,
            field,
            weighted([1, fc.constant('')], [2, unit.map((one) => `@${one}`)])
        ),
    ],
    [1, concat(field, RELATIVES, relative)],
    [1, concat(field, oneOf('BETWEEN ON NOTON'), bound, oneOf('@'), bound)],
    [1, concat(field, oneOf('DYNAMIC'), dynamic)]
)
const part = weighted(
    [14, condition],
    [3, concat(oneOf('ORDERBY ORDERBYDESC GROUPBY TRENDBY'), field)],
    [1, oneOf('EQ OR NQ NQOR ORNQ NQEQ OREQ ORORDERBYname NQORname=a 123TEXTQUERY321=x', '')],
    [1, text]
)
const separator = weighted([8, oneOf('^ ^ ^ ^OR ^NQ')], [1, oneOf('^^ ^NQOR ^^^')])
const pieces = fc
    .array(fc.tuple(separator, part), { maxLength: 5 })
    .map((parts) => parts.flat().slice(1).join(''))
/** Values around SQLite's limits. */
const long = fc
    .tuple(condition, oneOf('^ ^OR ^NQ'), fc.constantFrom(30, 100, 400))
    .map(([one, between, times]) => Array<string>(times).fill(one).join(between))

/** Encoded queries built from all of these, valid and invalid. */
export const queryText = weighted([60, pieces], [4, anyText(30)], [1, long])
