import { clock } from './clock'
import { addMonths, DATE_TIME, formatDate } from './date-format'
import { toInteger, toText } from '../values'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * A calendar unit: the first ms of the unit that contains a time, and of the unit a number of units later.
 */
interface Period {
    start(ms: number): number
    move(start: number, count: number): number
}

function fixed(length: number, shift = 0): Period {
    return {
        start: (ms) => Math.floor((ms - shift) / length) * length + shift,
        move: (start, count) => start + count * length,
    }
}

function months(length: number): Period {
    return {
        start(ms) {
            const date = new Date(ms)
            const month = Math.floor(date.getUTCMonth() / length) * length
            return Date.UTC(date.getUTCFullYear(), month, 1)
        },
        move: (start, count) => addMonths(start, count * length),
    }
}

const MINUTES = fixed(MINUTE)
const HOURS = fixed(HOUR)
const DAYS = fixed(DAY)
/** Weeks begin on Monday; 1970-01-05 was one. */
const WEEKS = fixed(7 * DAY, 4 * DAY)
const MONTHS = months(1)
const QUARTERS = months(3)
const YEARS = months(12)

function utc(ms: number): string {
    return formatDate(ms, DATE_TIME)
}

function beginning(period: Period, offset: number): () => string {
    return () => utc(period.move(period.start(clock.now()), offset))
}

function end(period: Period, offset: number): () => string {
    return () => utc(period.move(period.start(clock.now()), offset + 1) - SECOND)
}

function agoStart(period: Period): (count: unknown) => string {
    return (count) => beginning(period, -toInteger(count))()
}

function agoEnd(period: Period): (count: unknown) => string {
    return (count) => end(period, -toInteger(count))()
}

function ago(length: number): (count: unknown) => string {
    return (count) => utc(clock.now() - toInteger(count) * length)
}

function monthsAgo(length: number): (count: unknown) => string {
    return (count) => utc(addMonths(clock.now(), -toInteger(count) * length))
}

/**
 * The date methods of `gs` (c_GlideSystemScopedAPI): UTC times `yyyy-MM-dd HH:mm:ss`, ends are whole seconds.
 * The session's time zone is GMT.
 */
export const glideSystemDates = {
    beginningOfLastMonth: beginning(MONTHS, -1),
    beginningOfLastWeek: beginning(WEEKS, -1),
    beginningOfNextMonth: beginning(MONTHS, 1),
    beginningOfNextWeek: beginning(WEEKS, 1),
    beginningOfNextYear: beginning(YEARS, 1),
    beginningOfThisMonth: beginning(MONTHS, 0),
    beginningOfThisQuarter: beginning(QUARTERS, 0),
    beginningOfThisWeek: beginning(WEEKS, 0),
    beginningOfThisYear: beginning(YEARS, 0),
    endOfLastMonth: end(MONTHS, -1),
    endOfLastWeek: end(WEEKS, -1),
    endOfLastYear: end(YEARS, -1),
    endOfNextMonth: end(MONTHS, 1),
    endOfNextWeek: end(WEEKS, 1),
    endOfNextYear: end(YEARS, 1),
    endOfThisMonth: end(MONTHS, 0),
    endOfThisQuarter: end(QUARTERS, 0),
    endOfThisWeek: end(WEEKS, 0),
    endOfThisYear: end(YEARS, 0),
    /** `range` is `start`, `end` or a time `HH:mm:ss`. */
    dateGenerate(date: unknown, range: unknown): string {
        const times: Record<string, string> = { start: '00:00:00', end: '23:59:59' }
        return `${toText(date)} ${times[toText(range)] ?? toText(range)}`
    },
    daysAgo: ago(DAY),
    daysAgoEnd: agoEnd(DAYS),
    daysAgoStart: agoStart(DAYS),
    hoursAgo: ago(HOUR),
    hoursAgoEnd: agoEnd(HOURS),
    hoursAgoStart: agoStart(HOURS),
    minutesAgo: ago(MINUTE),
    minutesAgoEnd: agoEnd(MINUTES),
    minutesAgoStart: agoStart(MINUTES),
    monthsAgo: monthsAgo(1),
    monthsAgoEnd: agoEnd(MONTHS),
    monthsAgoStart: agoStart(MONTHS),
    quartersAgoEnd: agoEnd(QUARTERS),
    quartersAgoStart: agoStart(QUARTERS),
    yearsAgo: monthsAgo(12),
    /** The same time on the previous day. */
    yesterday: () => utc(clock.now() - DAY),
}
