/** Local date and time in a zone. Month from 1. */
export interface WallTime {
    year: number
    month: number
    day: number
    /** Seconds since midnight. */
    seconds: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The time zone of a job: an IANA name, or UTC, the instance's zone, if empty, `floating` or unknown. */
export function zoneOf(name: string | null | undefined): string {
    if (!name || name === 'floating') return 'UTC'
    try {
        return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
    } catch {
        return 'UTC'
    }
}

/** Local time in a zone at a time (ms since 1970). */
export function toWallTime(ms: number, zone: string): WallTime {
    const parts = new Map(
        format(zone)
            .formatToParts(ms)
            .map(({ type, value }) => [type, Number(value)])
    )
    const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    return {
        year: get('year'),
        month: get('month'),
        day: get('day'),
        seconds: get('hour') * 3600 + get('minute') * 60 + get('second'),
    }
}

/**
 * The time (ms since 1970) of a local time in a zone; a local time skipped by daylight saving maps to an hour
 * later.
 */
export function fromWallTime({ year, month, day, seconds }: WallTime, zone: string): number {
    const wanted = Date.UTC(year, month - 1, day) + seconds * 1000
    const offset = (ms: number) => {
        const shown = toWallTime(ms, zone)
        return (
            Date.UTC(shown.year, shown.month - 1, shown.day) +
            shown.seconds * 1000 -
            Math.floor(ms / 1000) * 1000
        )
    }
    const first = wanted - offset(wanted)
    const second = wanted - offset(first)
    return second === first || offset(second) === wanted - second ? second : Math.max(first, second)
}

function format(zone: string): Intl.DateTimeFormat {
    let found = formats.get(zone)
    if (!found) {
        found = new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric',
        })
        formats.set(zone, found)
    }
    return found
}
