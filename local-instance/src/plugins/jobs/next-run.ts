import { fromGlideDateTime } from '../../core/clock'
import type { Row } from '../../core/store/types'
import { fromWallTime, toWallTime, zoneOf, type WallTime } from './time-zones'

/** Leap days are at most eight years apart. */
const DAYS_AHEAD = 8 * 366 + 1

/**
 * Next run of a scheduled job after a time (ms since 1970), by its `run_…` columns; undefined if there is
 * none: on demand, past its end, or by a business calendar, which this instance does not support (EXPLAIN
 * scheduledscript-api).
 */
export function nextRun(job: Row, after: number): number | undefined {
    const start = fromGlideDateTime(job['run_start'] ?? '')
    const end = fromGlideDateTime(job['run_end'] ?? '')
    const next = candidate(job, after, start)
    return next === undefined || next > end ? undefined : next
}

function candidate(job: Row, after: number, start: number): number | undefined {
    const type = job['run_type'] ?? 'daily'
    if (type === 'once') return start > after ? start : undefined
    if (type === 'periodically') return periodic(durationOf(job['run_period']), after, start)
    const matches = dayRule(type, job)
    return matches && nextDay({ job, matches, after: start > after ? start - 1 : after })
}

function periodic(period: number, after: number, start: number): number | undefined {
    if (!(period >= 1000)) return undefined
    const from = Number.isNaN(start) ? 0 : start
    return after < from ? from : from + (Math.floor((after - from) / period) + 1) * period
}

function nextDay({ job, matches, after }: { job: Row; matches: DayRule; after: number }): number | undefined {
    const zone = zoneOf(job['time_zone'])
    const seconds = timeOfDay(job['run_time'], zone)
    const today = toWallTime(after, zone)
    for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
        const date = new Date(Date.UTC(today.year, today.month - 1, today.day + ahead))
        if (!matches(date)) continue
        const wall: WallTime = {
            year: date.getUTCFullYear(),
            month: date.getUTCMonth() + 1,
            day: date.getUTCDate(),
            seconds,
        }
        const ms = fromWallTime(wall, zone)
        if (ms > after) return ms
    }
    return undefined
}

/** Whether a job runs on a day, given as its midnight in UTC. */
type DayRule = (date: Date) => boolean

function dayRule(type: string, job: Row): DayRule | undefined {
    const weekday = new Set((job['run_daysofweek'] || job['run_dayofweek'] || '1').replace(/[^1-7]/g, ''))
    const dayOfMonth = Number(job['run_dayofmonth'] || 1)
    const week = Number(job['run_weekinmonth'] || 1)
    const month = Number(job['run_month'] || 1)
    const onWeekday: DayRule = (date) => weekday.has(String(date.getUTCDay() || 7))
    // In a month with 30 days, the 31st means the last day.
    const onDay: DayRule = (date) => date.getUTCDate() === Math.min(dayOfMonth, daysOf(date))
    const inWeek: DayRule = (date) => Math.ceil(date.getUTCDate() / 7) === week
    const inMonth: DayRule = (date) => date.getUTCMonth() + 1 === month
    switch (type) {
        case 'daily':
            return () => true
        case 'weekly':
            return onWeekday
        case 'monthly':
            return onDay
        case 'day_and_month_in_year':
            return (date) => inMonth(date) && onDay(date)
        case 'week_in_month':
            return (date) => inWeek(date) && onWeekday(date)
        case 'day_week_month_year':
            return (date) => inMonth(date) && inWeek(date) && onWeekday(date)
        default:
            return undefined
    }
}

function daysOf(date: Date): number {
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}

/**
 * Seconds since midnight in the job's time zone. `run_time` holds UTC on 1970-01-01, so `02:05` in New York
 * is `1970-01-01 07:05:00` (as `now-sdk build` writes it).
 */
function timeOfDay(runTime: string | null | undefined, zone: string): number {
    const ms = fromGlideDateTime(runTime ?? '')
    return Number.isNaN(ms) ? 0 : toWallTime(ms, zone).seconds
}

/** ms of a `glide_duration`: the time since 1970-01-01 00:00:00. NaN if it is invalid. */
function durationOf(value: string | null | undefined): number {
    return fromGlideDateTime(value ?? '')
}
