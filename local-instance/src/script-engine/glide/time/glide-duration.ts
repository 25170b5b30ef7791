import { DATE_TIME, formatDate, parseDate } from './date-format'
import { millisecondsOf, MS, STORED, toText } from '../values'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A span of time (c_GlideDurationScopedAPI). */
export class GlideDuration {
    [MS]: number

    /** ms, a text `d HH:mm:ss`, or another duration. */
    constructor(value?: unknown) {
        this[MS] = typeof value === 'string' ? parseDuration(value) : millisecondsOf(value)
    }

    add(duration: unknown): GlideDuration {
        return new GlideDuration(this[MS] + millisecondsOf(duration))
    }

    subtract(duration: unknown): GlideDuration {
        return new GlideDuration(this[MS] - millisecondsOf(duration))
    }

    getByFormat(format: unknown): string {
        return formatDate(this[MS], toText(format))
    }

    getDayPart(): number {
        return Math.floor(this[MS] / DAY)
    }

    /** Such as `3 Days 12 Hours`; zero parts are omitted. */
    getDisplayValue(): string {
        const parts: [number, string][] = [
            [this.getDayPart(), 'Day'],
            [Math.floor((this[MS] % DAY) / HOUR), 'Hour'],
            [Math.floor((this[MS] % HOUR) / MINUTE), 'Minute'],
        ]
        const shown = parts
            .filter(([count]) => count > 0)
            .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
        if (shown.length > 0) return shown.join(' ')
        const seconds = Math.floor(this[MS] / SECOND)
        return `${seconds} Second${seconds === 1 ? '' : 's'}`
    }

    /** `d HH:mm:ss`, without the days if they are zero. */
    getDurationValue(): string {
        const days = this.getDayPart()
        return `${days > 0 ? `${days} ` : ''}${formatDate(this[MS], 'HH:mm:ss')}`
    }

    /** Days, rounded up if the remainder is more than 12 hours. */
    getRoundedDayPart(): number {
        return this.getDayPart() + (this[MS] % DAY > 12 * HOUR ? 1 : 0)
    }

    /** The span as a time since 1970-01-01 00:00:00. */
    getValue(): string {
        return formatDate(this[MS], DATE_TIME)
    }

    setDisplayValue(asDisplayed: unknown): void {
        this[MS] = parseDuration(toText(asDisplayed))
    }

    /** A time since 1970-01-01 00:00:00, or ms. */
    setValue(value: unknown): void {
        const ms = typeof value === 'number' ? value : parseDate(toText(value), DATE_TIME)
        if (!Number.isNaN(ms)) this[MS] = ms
    }

    toString(): string {
        return this.getDurationValue()
    }

    [STORED](): string | null {
        return this.getValue()
    }
}

function parseDuration(text: string): number {
    const found = /^(?:(\d+)\s+)?(\d+):(\d{1,2}):(\d{1,2})$/.exec(text.trim())
    if (!found) return 0
    const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [
        number,
        number,
        number,
        number,
    ]
    return days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND
}
