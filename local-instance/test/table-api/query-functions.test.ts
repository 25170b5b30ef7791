import type { Principal } from '../../src/core/principal'
import { StoreError } from '../../src/core/store/types'
import { evaluateQueryFunction } from '../../src/plugins/table-api/query-functions'

const user: Principal = { userId: 'u1', userName: 'beth', roles: new Set(), by: 'basic' }
/** A Sunday, the last day of a week that begins on Monday. */
const now = Date.parse('2026-11-22T08:30:15Z')
const evaluate = (expression: string) => evaluateQueryFunction(expression, { user, now })

describe('a javascript: value in a query', () => {
    it.each([
        ['gs.getUserID()', 'u1'],
        ['gs.userID()', 'u1'],
        ['gs.getUserName()', 'beth'],
        [' gs.getUserID( ) ; ', 'u1'],
        ['gs.now()', '2026-11-22'],
        ['gs.nowDateTime()', '2026-11-22 08:30:15'],
        ['gs.beginningOfToday()', '2026-11-22 00:00:00'],
        ['gs.endOfToday()', '2026-11-22 23:59:59'],
        ['gs.beginningOfYesterday()', '2026-11-21 00:00:00'],
        ['gs.endOfTomorrow()', '2026-11-23 23:59:59'],
        ['gs.beginningOfThisWeek()', '2026-11-16 00:00:00'],
        ['gs.endOfThisWeek()', '2026-11-22 23:59:59'],
        ['gs.beginningOfLastWeek()', '2026-11-09 00:00:00'],
        ['gs.endOfNextWeek()', '2026-11-29 23:59:59'],
        ['gs.beginningOfThisMonth()', '2026-11-01 00:00:00'],
        ['gs.endOfLastMonth()', '2026-10-31 23:59:59'],
        ['gs.endOfNextMonth()', '2026-12-31 23:59:59'],
        ['gs.beginningOfNextMonth()', '2026-12-01 00:00:00'],
        ['gs.beginningOfThisQuarter()', '2026-10-01 00:00:00'],
        ['gs.endOfLastQuarter()', '2026-09-30 23:59:59'],
        ['gs.beginningOfNextYear()', '2027-01-01 00:00:00'],
        ['gs.endOfThisYear()', '2026-12-31 23:59:59'],
        ['gs.minutesAgo(10)', '2026-11-22 08:20:15'],
        ['gs.minutesAgoStart(10)', '2026-11-22 08:20:00'],
        ['gs.hoursAgoEnd(1)', '2026-11-22 07:59:59'],
        ['gs.daysAgo(1)', '2026-11-21 08:30:15'],
        ['gs.daysAgoStart(7)', '2026-11-15 00:00:00'],
        ['gs.daysAgoEnd(0)', '2026-11-22 23:59:59'],
        ['gs.daysAgo(-1)', '2026-11-23 08:30:15'],
        ['gs.monthsAgo(9)', '2026-02-22 08:30:15'],
        ['gs.monthsAgoStart(1)', '2026-10-22 00:00:00'],
        ['gs.quartersAgoEnd(1)', '2026-08-22 23:59:59'],
        ['gs.yearsAgo(1)', '2025-11-22 08:30:15'],
        ["gs.dateGenerate('2026-04-01','00:00:00')", '2026-04-01 00:00:00'],
        ["gs.dateGenerate('2026-04-01','end')", '2026-04-01 23:59:59'],
    ])('%s is %s', (expression, value) => {
        expect(evaluate(expression)).toBe(value)
    })

    it('does not overflow into the next month', () => {
        const last = Date.parse('2026-05-31T00:00:00Z')
        expect(evaluateQueryFunction('gs.monthsAgo(3)', { user, now: last })).toBe('2026-02-28 00:00:00')
    })

    it.each([
        '',
        'gs',
        'gs.getUserID',
        'getUserID()',
        'gs.getUserID(1)',
        "gs.getProperty('glide.servlet.uri')",
        'gs.sleep(100000)',
        'gs.getUserID();gs.getUserID()',
        'gs.getUserID().constructor.constructor("return process")()',
        'gs["getUserID"]()',
        'gs.constructor()',
        'gs.__proto__()',
        'gs.toString()',
        'gs.hasOwnProperty()',
        'gs.daysAgo(1+1)',
        'gs.daysAgo(9999999)',
        'gs.beginningOfThisCentury()',
        "gs.dateGenerate('2026-13-45','00:00:00')",
        "gs.dateGenerate('2026-04-01','99:99:99')",
        'process.exit(1)',
        'while(true){}',
        'eval("1")',
        'new Function("return 1")()',
        '1',
        `gs.${'a'.repeat(100_000)}()`,
    ])('that is %j is rejected', (expression) => {
        expect(() => evaluate(expression)).toThrow(StoreError)
    })
})
