import { addMonths, daysInMonth } from './date-format'
import { millisecondsOf, MS, toInteger } from '../values'

const SECOND = 1000
const DAY = 86_400_000

/**
 * The calendar half of GlideDateTime. The instance's and every user's time zone is GMT, so the methods for
 * local time and for UTC return the same.
 */
export class DateTimeParts {
    [MS] = 0

    /** A GlideTime, or ms. */
    add(value: unknown): void {
        this[MS] += millisecondsOf(value)
    }

    subtract(value: unknown): void {
        this[MS] -= millisecondsOf(value)
    }

    addSeconds(seconds: unknown): void {
        this[MS] += toInteger(seconds) * SECOND
    }

    addDaysUTC(days: unknown): void {
        this[MS] += toInteger(days) * DAY
    }

    addWeeksUTC(weeks: unknown): void {
        this.addDaysUTC(toInteger(weeks) * 7)
    }

    addMonthsUTC(months: unknown): void {
        this[MS] = addMonths(this[MS], toInteger(months))
    }

    addYearsUTC(years: unknown): void {
        this.addMonthsUTC(toInteger(years) * 12)
    }

    addDaysLocalTime(days: unknown): void {
        this.addDaysUTC(days)
    }

    addWeeksLocalTime(weeks: unknown): void {
        this.addWeeksUTC(weeks)
    }

    addMonthsLocalTime(months: unknown): void {
        this.addMonthsUTC(months)
    }

    addYearsLocalTime(years: unknown): void {
        this.addYearsUTC(years)
    }

    getDayOfMonthUTC(): number {
        return new Date(this[MS]).getUTCDate()
    }

    /** 1 (Monday) to 7 (Sunday). */
    getDayOfWeekUTC(): number {
        return new Date(this[MS]).getUTCDay() || 7
    }

    getDaysInMonthUTC(): number {
        return daysInMonth(this[MS])
    }

    /** 1 to 12. */
    getMonthUTC(): number {
        return new Date(this[MS]).getUTCMonth() + 1
    }

    /** Weeks begin on Sunday; the first has at least one day of the year. */
    getWeekOfYearUTC(): number {
        const nextSunday = this[MS] + (7 - new Date(this[MS]).getUTCDay()) * DAY
        const year = new Date(nextSunday - DAY).getUTCFullYear()
        const newYear = Date.UTC(year, 0, 1)
        const firstSunday = newYear - new Date(newYear).getUTCDay() * DAY
        return Math.floor((this[MS] - firstSunday) / (7 * DAY)) + 1
    }

    getYearUTC(): number {
        return new Date(this[MS]).getUTCFullYear()
    }

    getDayOfMonthLocalTime(): number {
        return this.getDayOfMonthUTC()
    }

    getDayOfWeekLocalTime(): number {
        return this.getDayOfWeekUTC()
    }

    getDaysInMonthLocalTime(): number {
        return this.getDaysInMonthUTC()
    }

    getMonthLocalTime(): number {
        return this.getMonthUTC()
    }

    getWeekOfYearLocalTime(): number {
        return this.getWeekOfYearUTC()
    }

    getYearLocalTime(): number {
        return this.getYearUTC()
    }

    /** A day past the month's end is its last day. */
    setDayOfMonthUTC(day: unknown): void {
        const wanted = Math.min(Math.max(1, toInteger(day)), daysInMonth(this[MS]))
        this[MS] += (wanted - this.getDayOfMonthUTC()) * DAY
    }

    setMonthUTC(month: unknown): void {
        this[MS] = addMonths(this[MS], toInteger(month) - this.getMonthUTC())
    }

    setYearUTC(year: unknown): void {
        this.addYearsUTC(toInteger(year) - this.getYearUTC())
    }

    setDayOfMonthLocalTime(day: unknown): void {
        this.setDayOfMonthUTC(day)
    }

    setMonthLocalTime(month: unknown): void {
        this.setMonthUTC(month)
    }

    setYearLocalTime(year: unknown): void {
        this.setYearUTC(year)
    }

    /** Daylight saving offset in ms: 0 in GMT. */
    getDSTOffset(): number {
        return 0
    }

    isDST(): boolean {
        return false
    }

    /** ms between the session's time zone and UTC. */
    getTZOffset(): number {
        return 0
    }
}
