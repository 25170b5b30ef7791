import { createMemoryBridge } from './support/memory-bridge'
import { createRuntimeContext } from './support/runtime-context'

const { value } = createRuntimeContext(createMemoryBridge().bridge)

/** Results of expressions in GlideDateTime's documentation (c_GlideDateTimeScoped), in GMT. */
describe('GlideDateTime', () => {
    it('is now on the instance’s clock, not on the machine’s', () => {
        expect(value('new GlideDateTime().getValue()')).toBe('2026-11-22 08:30:00')
        expect(value('new GlideDate().getValue()')).toBe('2026-11-22')
    })

    it.each([
        ["new GlideDateTime('2011-08-31 08:00:00').getNumericValue()", '1314777600000'],
        ["new GlideDateTime('2011-08-31 08:00:00').getDate()", '2011-08-31'],
        ["new GlideDateTime('2014-08-31 08:00:00').getTime().getValue()", '08:00:00'],
        ["new GlideDateTime('2011-12-01 12:00:00').getDayOfWeekUTC()", '4'],
        ["new GlideDateTime('2011-12-04 12:00:00').getDayOfWeekLocalTime()", '7'],
        ["new GlideDateTime('2011-12-01 12:00:00').getWeekOfYearUTC()", '49'],
        ["new GlideDateTime('2015-12-27 00:00:00').getWeekOfYearUTC()", '1'],
        ["new GlideDateTime('2011-11-02 12:00:00').getDaysInMonthUTC()", '30'],
        ["new GlideDateTime('2011-11-02 12:00:00').getMonthUTC()", '11'],
        ["new GlideDateTime('2011-11-02 12:00:00').getYearUTC()", '2011'],
        ["new GlideDateTime(new GlideDateTime('2011-11-02 12:00:00')).getValue()", '2011-11-02 12:00:00'],
        ["new GlideDateTime('2011-11-02').getValue()", '2011-11-02 00:00:00'],
        ["String(new GlideDateTime('2011-11-02 12:00:00'))", '2011-11-02 12:00:00'],
    ])('%s is %s', (expression, expected) => {
        expect(value(expression)).toBe(expected)
    })

    it.each([
        ['g.add(1000)', '2024-01-31 12:00:01'],
        ['g.subtract(1000)', '2024-01-31 11:59:59'],
        ['g.addSeconds(-60)', '2024-01-31 11:59:00'],
        ['g.addDaysUTC(30)', '2024-03-01 12:00:00'],
        ['g.addWeeksLocalTime(1)', '2024-02-07 12:00:00'],
        ['g.addMonthsUTC(1)', '2024-02-29 12:00:00'],
        ['g.addYearsUTC(1)', '2025-01-31 12:00:00'],
        ['g.setMonthUTC(2)', '2024-02-29 12:00:00'],
        ['g.setDayOfMonthUTC(40)', '2024-01-31 12:00:00'],
        ['g.setYearLocalTime(2013)', '2013-01-31 12:00:00'],
        ["g.setValue('2011-02-02 08:00:00')", '2011-02-02 08:00:00'],
        ['g.setValue(0)', '1970-01-01 00:00:00'],
        ["g.setValueUTC('15-02-2011 08:00:00', 'dd-MM-yyyy HH:mm:ss')", '2011-02-15 08:00:00'],
        ["g.setDisplayValue('20-5-2011 12:00:00', 'dd-MM-yyyy HH:mm:ss')", '2011-05-20 12:00:00'],
        ["g.setDisplayValue('2014-01-01 12:00:00')", '2014-01-01 12:00:00'],
        ["var t = new GlideTime(); t.setValue('00:00:20'); g.subtract(t)", '2024-01-31 11:59:40'],
    ])('%s gives %s', (change, expected) => {
        expect(value(`var g = new GlideDateTime('2024-01-31 12:00:00'); ${change}; g.getValue()`)).toBe(
            expected
        )
    })

    it('compares by time, with times and with texts', () => {
        const script = `
            var a = new GlideDateTime('2016-05-09 10:11:12'), b = new GlideDateTime('2017-06-12 15:11:12');
            [a.before(b), b.after(a), a.compareTo(b), b.compareTo(a), a.compareTo(a), a.equals('2016-05-09 10:11:12'),
                a.onOrAfter(a), a.onOrBefore(a), b.onOrBefore(a)]`
        expect(JSON.parse(value(script) as string)).toEqual([true, true, -1, 1, 0, true, true, true, false])
    })

    it('returns the difference of two times as a duration', () => {
        const script = (a: string, b: string) =>
            `GlideDateTime.subtract(new GlideDateTime('${a}'), new GlideDateTime('${b}')).getDisplayValue()`
        expect(value(script('2011-08-28 09:00:00', '2011-08-31 08:00:00'))).toBe('2 Days 23 Hours')
    })

    it('reports an invalid time, and does not store it', () => {
        const script = `var g = new GlideDateTime('2011-aa-31 aa:00:00'); [g.isValid(), g.getValue(), g.getErrorMsg()]`
        expect(JSON.parse(value(script) as string)).toEqual([
            false,
            '',
            'Could not parse DateTime: 2011-aa-31 aa:00:00',
        ])
        expect(value("new GlideDateTime('2023-02-30 00:00:00').isValid()")).toBe('false')
        expect(() => value("new GlideDateTime().setValueUTC('1-2-3', 'yyyy-MM-dd')")).toThrow(
            'Could not parse'
        )
    })

    it('is not converted to a number, as on the platform', () => {
        expect(value("new GlideDateTime('2011-11-02 12:00:00') + ''")).toBe('2011-11-02 12:00:00')
        expect(value('typeof new GlideDateTime().addDays')).toBe('undefined')
    })
})

describe('GlideDuration', () => {
    it.each([
        ["new GlideDuration('3 12:00:00').getDisplayValue()", '3 Days 12 Hours'],
        ["new GlideDuration(new GlideDuration('3 12:00:00')).getDisplayValue()", '3 Days 12 Hours'],
        [
            "new GlideDuration('3 12:00:00').add(new GlideDuration('3:00:00')).getDisplayValue()",
            '3 Days 15 Hours',
        ],
        [
            "new GlideDuration('3 12:00:00').subtract(new GlideDuration('3:00:00')).getDisplayValue()",
            '3 Days 9 Hours',
        ],
        ['new GlideDuration(60000).getDurationValue()', '00:01:00'],
        ['new GlideDuration(90060000).getDurationValue()', '1 01:01:00'],
        ["new GlideDuration('3 12:00:00').getValue()", '1970-01-04 12:00:00'],
        ["new GlideDuration('3 14:00:00').getRoundedDayPart()", '4'],
        ["new GlideDuration('3 12:00:00').getDayPart()", '3'],
        ["new GlideDuration('3 22:00:00').getByFormat('HH:mm')", '22:00'],
        [
            "var d = new GlideDuration(); d.setValue('1970-01-05 08:00:00'); d.getDisplayValue()",
            '4 Days 8 Hours',
        ],
        ['new GlideDuration(61000).getDisplayValue()', '1 Minute'],
        ['new GlideDuration(0).getDisplayValue()', '0 Seconds'],
    ])('%s is %s', (expression, expected) => {
        expect(value(expression)).toBe(expected)
    })
})

describe('dates of gs', () => {
    it.each([
        ['gs.daysAgo(1)', '2026-11-21 08:30:00'],
        ['gs.daysAgo(-2)', '2026-11-24 08:30:00'],
        ['gs.daysAgoStart(0)', '2026-11-22 00:00:00'],
        ['gs.daysAgoEnd(1)', '2026-11-21 23:59:59'],
        ['gs.hoursAgo(2)', '2026-11-22 06:30:00'],
        ['gs.hoursAgoEnd(0)', '2026-11-22 08:59:59'],
        ['gs.minutesAgoStart(30)', '2026-11-22 08:00:00'],
        ['gs.minutesAgoEnd(30)', '2026-11-22 08:00:59'],
        ['gs.monthsAgo(1)', '2026-10-22 08:30:00'],
        ['gs.monthsAgoStart(2)', '2026-09-01 00:00:00'],
        ['gs.monthsAgoEnd(9)', '2026-02-28 23:59:59'],
        ['gs.quartersAgoStart(0)', '2026-10-01 00:00:00'],
        ['gs.quartersAgoEnd(1)', '2026-09-30 23:59:59'],
        ['gs.yearsAgo(1)', '2025-11-22 08:30:00'],
        ['gs.yesterday()', '2026-11-21 08:30:00'],
        ['gs.beginningOfThisWeek()', '2026-11-16 00:00:00'],
        ['gs.endOfThisWeek()', '2026-11-22 23:59:59'],
        ['gs.beginningOfNextMonth()', '2026-12-01 00:00:00'],
        ['gs.endOfNextYear()', '2027-12-31 23:59:59'],
        ["gs.dateGenerate('2015-10-07', 'end')", '2015-10-07 23:59:59'],
        ["gs.dateGenerate('2015-10-07', '07:00:00')", '2015-10-07 07:00:00'],
    ])('%s is %s', (expression, expected) => {
        expect(value(expression)).toBe(expected)
    })
})
