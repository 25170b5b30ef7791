import { GlideDateTime } from '@servicenow/glide'

/** Milliseconds of 24 hours. */
export const DAY_MS = 86_400_000

/** The instance's time in ms since 1970. */
export function now(): number {
    return new GlideDateTime().getNumericValue()
}

/** ms since 1970 as a stored value, `yyyy-MM-dd HH:mm:ss` in UTC; truncated to whole seconds. */
export function toStored(ms: number): string {
    return new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

/** A stored value as ms since 1970; null if it is empty or not a date. */
export function fromStored(value: string | null | undefined): number | null {
    if (!value) return null
    const ms = Date.parse(`${value.replace(' ', 'T')}Z`)
    return Number.isNaN(ms) ? null : ms
}
