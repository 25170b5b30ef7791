import { toGlideDateTime } from '../clock'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Length in ms of the units of `RELATIVE…@unit@ago@n` that have a fixed length. */
const UNITS = new Map([
    ['minute', MINUTE],
    ['hour', HOUR],
    ['dayofweek', DAY],
    ['day', DAY],
    ['week', 7 * DAY],
])
const MONTHS = new Map([
    ['month', 1],
    ['quarter', 3],
    ['year', 12],
])

/** Range of times whose year has four digits, even one unit later. */
const FIRST = Date.parse('0001-01-01T00:00:00Z')
const LAST = Date.parse('9999-12-01T00:00:00Z')

/**
 * The value of a `gs.…` expression in a filter that can be evaluated without running a script (DOCS: relative
 * operators and GlideSystem date functions). Undefined for any other expression and for times outside the
 * years 1 to 9999. Times are UTC.
 */
export function evaluateDateExpression(expression: string, now: number): string | undefined {
    const match = /^\s*gs\.(\w+)\(\s*(-?\d{0,6})\s*\)\s*;?\s*$/.exec(expression)
    if (!match) return undefined
    const [, name, argument = ''] = match
    const count = Number(argument || 0)
    const today = Math.floor(now / DAY) * DAY
    const week = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY
    switch (name) {
        case 'now':
            return toGlideDateTime(now).slice(0, 10)
        case 'nowDateTime':
        case 'nowNoTZ':
            return toGlideDateTime(now)
        case 'beginningOfToday':
            return toGlideDateTime(today)
        case 'endOfToday':
            return toGlideDateTime(today + DAY - 1000)
        case 'beginningOfYesterday':
            return toGlideDateTime(today - DAY)
        case 'endOfYesterday':
            return toGlideDateTime(today - 1000)
        case 'beginningOfTomorrow':
            return toGlideDateTime(today + DAY)
        case 'endOfTomorrow':
            return toGlideDateTime(today + 2 * DAY - 1000)
        case 'beginningOfThisWeek':
            return toGlideDateTime(week)
        case 'endOfThisWeek':
            return toGlideDateTime(week + 7 * DAY - 1000)
        case 'beginningOfThisMonth':
            return toGlideDateTime(monthStart(now, 0))
        case 'endOfThisMonth':
            return toGlideDateTime(monthStart(now, 1) - 1000)
        case 'minutesAgo':
        case 'minutesAgoStart':
            return toText(now - count * MINUTE)
        case 'hoursAgo':
        case 'hoursAgoStart':
            return toText(now - count * HOUR)
        case 'daysAgo':
            return toText(now - count * DAY)
        case 'daysAgoStart':
            return toText(today - count * DAY)
        case 'daysAgoEnd':
            return toText(today - count * DAY + DAY - 1000)
        case 'monthsAgo':
            return toText(addMonths(now, -count))
        default:
            return undefined
    }
}

/**
 * The time that `@dayofweek@ago@3` denotes, in ms since 1970, with its unit's length; undefined for invalid
 * text and for times outside the years 1 to 9999.
 */
export function relativeMoment(operand: string, now: number): { at: number; length: number } | undefined {
    const match = /^@?(\w+)@(ago|ahead)@(\d{1,6})$/.exec(operand)
    if (!match) return undefined
    const [, unit = '', direction, digits] = match
    const count = Number(digits) * (direction === 'ago' ? -1 : 1)
    const fixed = UNITS.get(unit)
    const at = fixed === undefined ? addMonths(now, count * (MONTHS.get(unit) ?? NaN)) : now + count * fixed
    return isTime(at) ? { at, length: fixed ?? DAY } : undefined
}

/** Also false for NaN. */
function isTime(ms: number): boolean {
    return ms >= FIRST && ms <= LAST
}

function toText(ms: number): string | undefined {
    return isTime(ms) ? toGlideDateTime(ms) : undefined
}

function monthStart(now: number, offset: number): number {
    const date = new Date(now)
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1)
}

function addMonths(now: number, months: number): number {
    const date = new Date(now)
    date.setUTCMonth(date.getUTCMonth() + months)
    return date.getTime()
}
