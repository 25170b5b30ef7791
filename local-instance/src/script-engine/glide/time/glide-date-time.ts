import { clock } from './clock'
import { DATE, DATE_TIME, formatDate, parseDate } from './date-format'
import { DateTimeParts } from './date-time-parts'
import { GlideDate } from './glide-date'
import { GlideDuration } from './glide-duration'
import { GlideTime } from './glide-time'
import { millisecondsOf, MS, STORED, toText } from '../values'

/** Earliest and latest time that the platform's format `yyyy-MM-dd HH:mm:ss` can represent. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z')
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59)

/**
 * A point in time (c_GlideDateTimeScoped); `new GlideDateTime()` is now on the instance's clock.
 */
export class GlideDateTime extends DateTimeParts {
    #error: string | null = null
    #valid = true

    /** No argument for now, a UTC text `yyyy-MM-dd HH:mm:ss`, or another GlideDateTime. */
    constructor(value?: unknown) {
        super()
        if (value === undefined) this[MS] = clock.now()
        else this.setValue(value)
    }

    after(gdt: unknown): boolean {
        return this.compareTo(gdt) > 0
    }

    before(gdt: unknown): boolean {
        return this.compareTo(gdt) < 0
    }

    onOrAfter(gdt: unknown): boolean {
        return this.compareTo(gdt) >= 0
    }

    onOrBefore(gdt: unknown): boolean {
        return this.compareTo(gdt) <= 0
    }

    /** -1, 0 or 1. */
    compareTo(gdt: unknown): number {
        return Math.sign(this[MS] - new GlideDateTime(gdt)[MS])
    }

    equals(dateTime: unknown): boolean {
        return this.compareTo(dateTime) === 0
    }

    getDate(): GlideDate {
        return new GlideDate(formatDate(this[MS], DATE))
    }

    getLocalDate(): GlideDate {
        return this.getDate()
    }

    getTime(): GlideTime {
        const time = new GlideTime()
        time.setValue(formatDate(this[MS], 'HH:mm:ss'))
        return time
    }

    getLocalTime(): GlideTime {
        return this.getTime()
    }

    getDisplayValue(): string {
        return this.getValue()
    }

    getDisplayValueInternal(): string {
        return this.getValue()
    }

    getInternalFormattedLocalTime(): string {
        return formatDate(this[MS], 'HH:mm:ss')
    }

    getUserFormattedLocalTime(): string {
        return formatDate(this[MS], 'HH:mm:ss')
    }

    /** Reason why the last text was rejected; null if it was accepted. */
    getErrorMsg(): string | null {
        return this.#error
    }

    /** ms since 1970. */
    getNumericValue(): number {
        return this[MS]
    }

    /** `yyyy-MM-dd HH:mm:ss` in UTC; the empty text where no valid time was ever set. */
    getValue(): string {
        return this.#valid ? formatDate(this[MS], DATE_TIME) : ''
    }

    hasDate(): boolean {
        return this.#valid
    }

    isValid(): boolean {
        return this.#valid
    }

    setGlideDateTime(g: unknown): void {
        this.setValue(g)
    }

    /** A UTC text, ms since 1970, another GlideDateTime or a date or time field. */
    setValue(value: unknown): void {
        if (typeof value === 'number' || (typeof value === 'object' && value !== null && MS in value)) {
            this.#take(millisecondsOf(value), String(value))
            return
        }
        const text = toText(value)
        const ms = parseDate(text, DATE_TIME)
        this.#take(Number.isNaN(ms) ? parseDate(text, DATE) : ms, text)
    }

    /** @throws Error if the text is not in that format. */
    setValueUTC(dt: unknown, format: unknown): void {
        this.#take(parseDate(toText(dt), toText(format)), toText(dt))
        if (this.#error !== null) throw new Error(this.#error)
    }

    /** @throws Error if a format is given and the text does not match it. */
    setDisplayValue(asDisplayed: unknown, format?: unknown): void {
        if (format === undefined) this.setValue(asDisplayed)
        else this.setValueUTC(asDisplayed, format)
    }

    setDisplayValueInternal(value: unknown): void {
        this.setValue(value)
    }

    static subtract(start: unknown, end: unknown): GlideDuration {
        return new GlideDuration(millisecondsOf(end) - millisecondsOf(start))
    }

    override toString(): string {
        return this.getValue()
    }

    [STORED](): string | null {
        return this.getValue()
    }

    #take(ms: number, given: string): void {
        const taken = ms >= EARLIEST && ms <= LATEST
        this.#error = taken ? null : `Could not parse DateTime: ${given}`
        this.#valid = taken
        this[MS] = taken ? ms : 0
    }
}
