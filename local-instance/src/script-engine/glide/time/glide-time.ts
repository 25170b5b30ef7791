import { formatDate, parseDate, TIME } from './date-format'
import { GlideDuration } from './glide-duration'
import { millisecondsOf, MS, STORED, toText } from '../values'

/** A time of day (c_GlideTimeScopedAPI). The instance's and every user's time zone is GMT. */
export class GlideTime {
    [MS]: number

    constructor(milliseconds?: unknown) {
        this[MS] = millisecondsOf(milliseconds)
    }

    getByFormat(format: unknown): string {
        return formatDate(this[MS], toText(format))
    }

    getDisplayValue(): string {
        return formatDate(this[MS], TIME)
    }

    getHourLocalTime(): number {
        return this.getHourUTC()
    }

    getHourOfDayLocalTime(): number {
        return this.getHourOfDayUTC()
    }

    /** 0 to 23. */
    getHourOfDayUTC(): number {
        return new Date(this[MS]).getUTCHours()
    }

    /** 0 to 11, 12-hour clock. */
    getHourUTC(): number {
        return new Date(this[MS]).getUTCHours() % 12
    }

    getMinutesLocalTime(): number {
        return this.getMinutesUTC()
    }

    getMinutesUTC(): number {
        return new Date(this[MS]).getUTCMinutes()
    }

    getSeconds(): number {
        return new Date(this[MS]).getUTCSeconds()
    }

    getValue(): string {
        return formatDate(this[MS], TIME)
    }

    setDisplayValue(asDisplayed: unknown): void {
        this.setValue(asDisplayed)
    }

    /** A time `HH:mm:ss` or ms; texts in another format leave it unchanged. */
    setValue(value: unknown): void {
        const ms = typeof value === 'number' ? value : parseDate(toText(value), TIME)
        if (!Number.isNaN(ms)) this[MS] = ms
    }

    static subtract(startTime: unknown, endTime: unknown): GlideDuration {
        return new GlideDuration(millisecondsOf(endTime) - millisecondsOf(startTime))
    }

    toString(): string {
        return this.getValue()
    }

    [STORED](): string | null {
        return `1970-01-01 ${this.getValue()}`
    }
}
