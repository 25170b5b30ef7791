import { toGlideDateTime } from '../../core/clock'
import type { Principal } from '../../core/principal'
import { evaluateDateExpression } from '../../core/store/relative-dates'
import { StoreError } from '../../core/store/types'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const FIXED: Record<string, number> = { minutes: MINUTE, hours: HOUR, days: DAY }
const MONTHS: Record<string, number> = { months: 1, quarters: 3, years: 12 }

/** The querying user and the current time (ms since 1970). */
export interface QueryCaller {
    user: Principal
    now: number
}

/**
 * Evaluates a `javascript:` value in `sysparm_query`. Only these functions are supported, and no text is ever
 * run as a script: gs.getUserID(), gs.getUserName(), gs.now() and gs.nowDateTime(), gs.beginningOf…() and
 * gs.endOf…() of today, yesterday, tomorrow and of this, the last and the next week, month, quarter and year,
 * gs.minutesAgo(n) to gs.yearsAgo(n) with …Start and …End, and gs.dateGenerate('yyyy-MM-dd', 'HH:mm:ss')
 * (DOCS c_GlideSystemScopedAPI, guarded-script-allowed-apis). Times are UTC, weeks begin on Monday.
 *
 * @throws StoreError `invalid_query` for anything else.
 */
export function evaluateQueryFunction(expression: string, { user, now }: QueryCaller): string {
    const call = /^\s*gs\.(\w{1,40})\(([^()]{0,80})\)\s*;?\s*$/.exec(expression)
    const [, name = '', argument = ''] = call ?? []
    const value = call && (ofUser(name, argument, user) ?? ofDate(name, argument, now))
    const result = value ?? evaluateDateExpression(expression, now)
    if (result === undefined || result === null) {
        throw new StoreError('invalid_query', 'This javascript: value is not supported in a query')
    }
    return result
}

function ofUser(name: string, argument: string, user: Principal): string | undefined {
    if (argument.trim() !== '') return undefined
    if (name === 'getUserID' || name === 'userID' || name === 'user_id') return user.userId
    return name === 'getUserName' ? user.userName : undefined
}

function ofDate(name: string, argument: string, now: number): string | undefined {
    if (name === 'dateGenerate') return dateGenerate(argument)
    const span = /^(beginningOf|endOf)(This|Last|Next)(Week|Month|Quarter|Year)$/.exec(name)
    if (span && argument.trim() === '') {
        const [, edge, which = '', unit = ''] = span
        const offset = { Last: -1, This: 0, Next: 1 }[which] ?? 0
        return toGlideDateTime(
            edge === 'beginningOf' ? startOf(unit, now, offset) : startOf(unit, now, offset + 1) - 1000
        )
    }
    const ago = /^(minutes|hours|days|months|quarters|years)Ago(Start|End)?$/.exec(name)
    const count = /^\s*-?\d{1,6}\s*$/.test(argument) ? Number(argument) : undefined
    if (!ago || count === undefined) return undefined
    const [, unit = '', edge] = ago
    const time = moved(now, unit, -count)
    if (edge === undefined) return toGlideDateTime(time)
    const start = unit in FIXED ? Math.floor(time / (FIXED[unit] ?? DAY)) * (FIXED[unit] ?? DAY) : dayOf(time)
    const length = unit in FIXED ? (FIXED[unit] ?? DAY) : DAY
    return toGlideDateTime(edge === 'Start' ? start : start + length - 1000)
}

/** `'2026-11-22', '08:00:00'` with a time, or `start` and `end` of the day. */
function dateGenerate(argument: string): string | undefined {
    const parts = /^\s*(['"])(\d{4}-\d{2}-\d{2})\1\s*,\s*(['"])(start|end|\d{2}:\d{2}:\d{2})\3\s*$/.exec(
        argument
    )
    if (!parts) return undefined
    const [, , date = '', , time = ''] = parts
    const text = `${date} ${{ start: '00:00:00', end: '23:59:59' }[time] ?? time}`
    return Number.isNaN(Date.parse(text.replace(' ', 'T') + 'Z')) ? undefined : text
}

function startOf(unit: string, now: number, offset: number): number {
    if (unit === 'Week') return weekOf(now) + offset * 7 * DAY
    const date = new Date(now)
    const month = date.getUTCMonth()
    if (unit === 'Year') return Date.UTC(date.getUTCFullYear() + offset, 0, 1)
    if (unit === 'Quarter') return Date.UTC(date.getUTCFullYear(), month - (month % 3) + offset * 3, 1)
    return Date.UTC(date.getUTCFullYear(), month + offset, 1)
}

function moved(now: number, unit: string, count: number): number {
    const fixed = FIXED[unit]
    if (fixed !== undefined) return now + count * fixed
    const date = new Date(now)
    const day = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + count * (MONTHS[unit] ?? 1))
    // Three months before 31 May is 28 February, not 3 March.
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(day, last))
    return date.getTime()
}

function dayOf(time: number): number {
    return Math.floor(time / DAY) * DAY
}

function weekOf(now: number): number {
    const today = dayOf(now)
    return today - ((new Date(today).getUTCDay() + 6) % 7) * DAY
}
