import { clock } from './clock'
import { DATE, formatDate, parseDate } from './date-format'
import { GlideDuration } from './glide-duration'
import { MS, STORED, toText } from '../values'

/** A day (c_GlideDateScopedAPI); `new GlideDate()` is today on the instance's clock. */
export class GlideDate {
    [MS]: number

    constructor(value?: unknown) {
        if (value instanceof GlideDate) this[MS] = value[MS]
        else
            this[MS] = startOfDay(
                value === undefined ? clock.now() : parseDate(toText(value).slice(0, 10), DATE)
            )
    }

    getByFormat(format: unknown): string {
        return formatDate(this[MS], toText(format))
    }

    getDayOfMonthNoTZ(): number {
        return new Date(this[MS]).getUTCDate()
    }

    getDisplayValue(): string {
        return this.getValue()
    }

    getDisplayValueInternal(): string {
        return this.getValue()
    }

    getMonthNoTZ(): number {
        return new Date(this[MS]).getUTCMonth() + 1
    }

    /** `yyyy-MM-dd`. */
    getValue(): string {
        return formatDate(this[MS], DATE)
    }

    getYearNoTZ(): number {
        return new Date(this[MS]).getUTCFullYear()
    }

    setDisplayValue(asDisplayed: unknown): void {
        this.setValue(asDisplayed)
    }

    /** A text `yyyy-MM-dd`; other texts leave the day unchanged. */
    setValue(value: unknown): void {
        const ms = value instanceof GlideDate ? value[MS] : parseDate(toText(value).slice(0, 10), DATE)
        if (!Number.isNaN(ms)) this[MS] = ms
    }

    static subtract(start: GlideDate, end: GlideDate): GlideDuration {
        return new GlideDuration(end[MS] - start[MS])
    }

    toString(): string {
        return this.getValue()
    }

    [STORED](): string | null {
        return this.getValue()
    }
}

function startOfDay(ms: number): number {
    const day = 86_400_000
    return Number.isNaN(ms) ? 0 : Math.floor(ms / day) * day
}
