import { toGlideDateTime } from '../clock'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Milliseconds of the units of `RELATIVE…@unit@ago@n` that have a fixed length. */
const UNITS: Record<string, number> = { minute: MINUTE, hour: HOUR, dayofweek: DAY, day: DAY, week: 7 * DAY }
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 }

/**
 * The value of a `gs.…` expression that needs no script, as filters use them (DOCS: relative operators and
 * GlideSystem date functions); undefined for any other. Times are UTC.
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
            return toGlideDateTime(now - count * MINUTE)
        case 'hoursAgo':
        case 'hoursAgoStart':
            return toGlideDateTime(now - count * HOUR)
        case 'daysAgo':
            return toGlideDateTime(now - count * DAY)
        case 'daysAgoStart':
            return toGlideDateTime(today - count * DAY)
        case 'daysAgoEnd':
            return toGlideDateTime(today - count * DAY + DAY - 1000)
        case 'monthsAgo':
            return toGlideDateTime(addMonths(now, -count))
        default:
            return undefined
    }
}

/** The moment that `@dayofweek@ago@3` names, in ms since 1970, with its unit's length; undefined for bad text. */
export function relativeMoment(operand: string, now: number): { at: number; length: number } | undefined {
    const match = /^@?(\w+)@(ago|ahead)@(\d{1,6})$/.exec(operand)
    if (!match) return undefined
    const [, unit = '', direction, digits] = match
    const count = Number(digits) * (direction === 'ago' ? -1 : 1)
    const fixed = UNITS[unit]
    if (fixed !== undefined) return { at: now + count * fixed, length: fixed }
    const months = MONTHS[unit]
    return months === undefined ? undefined : { at: addMonths(now, count * months), length: DAY }
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
