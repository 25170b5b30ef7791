import { LANGUAGE } from '../shared/session'

const TIME = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const DAY = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' })

/** A point in time (ISO 8601) with its time zone, in the user's language; a dash for none. */
export function formatTime(time: string | null): string {
    const date = new Date(time ?? '')
    return Number.isNaN(date.getTime()) ? '–' : `${TIME.format(date)} UTC`
}

/** A day (`2026-11-28`). */
export function formatDay(day: string): string {
    return DAY.format(new Date(`${day}T00:00:00Z`))
}

/** A whole number with the language's separators. */
export function formatCount(count: number): string {
    return count.toLocaleString(LANGUAGE)
}
