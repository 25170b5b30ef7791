/** Letters of Java's SimpleDateFormat that the platform's formats use (r_FormatDateAndTimeFields). */
const LETTERS = /y+|M+|d+|H+|h+|m+|s+|a/g

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Internal forms of the platform. */
export const DATE = 'yyyy-MM-dd'
export const TIME = 'HH:mm:ss'
export const DATE_TIME = `${DATE} ${TIME}`

function pad(value: number, width: number): string {
    return String(value).padStart(width, '0')
}

/** A time (ms since 1970, UTC) in a format such as `dd-MM-yyyy HH:mm:ss`. */
export function formatDate(ms: number, format: string): string {
    const date = new Date(ms)
    return format.replace(LETTERS, (letters) => {
        const width = letters.length
        switch (letters[0]) {
            case 'y':
                return width === 2 ? pad(date.getUTCFullYear() % 100, 2) : pad(date.getUTCFullYear(), 4)
            case 'M':
                return width > 2 ? (MONTHS[date.getUTCMonth()] as string) : pad(date.getUTCMonth() + 1, width)
            case 'd':
                return pad(date.getUTCDate(), width)
            case 'H':
                return pad(date.getUTCHours(), width)
            case 'h':
                return pad(date.getUTCHours() % 12 || 12, width)
            case 'm':
                return pad(date.getUTCMinutes(), width)
            case 's':
                return pad(date.getUTCSeconds(), width)
            default:
                return date.getUTCHours() < 12 ? 'AM' : 'PM'
        }
    })
}

/** Parses a time in a format; NaN if the text does not match it or is not a valid date. */
export function parseDate(text: string, format: string): number {
    const letters: string[] = []
    const pattern = format.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(LETTERS, (group) => {
        letters.push(group)
        if (group[0] === 'a') return '(AM|PM)'
        if (group[0] === 'M' && group.length > 2) return `(${MONTHS.join('|')})`
        return group.startsWith('yyyy') ? '(\\d{4})' : '(\\d{1,2})'
    })
    const found = new RegExp(`^${pattern}$`).exec(text.trim())
    if (!found) return NaN
    const part = (letter: string, fallback: number): number => {
        const index = letters.findIndex((group) => group[0] === letter)
        const value = found[index + 1]
        if (index < 0 || value === undefined) return fallback
        return MONTHS.includes(value) ? MONTHS.indexOf(value) + 1 : Number(value)
    }
    const halfDay = found[letters.indexOf('a') + 1] === 'PM' && letters.includes('a') ? 12 : 0
    const hour = letters.some((group) => group[0] === 'h') ? (part('h', 12) % 12) + halfDay : part('H', 0)
    const year = part('y', 1970)
    const [month, day, minute, second] = [part('M', 1), part('d', 1), part('m', 0), part('s', 0)]
    const ms = Date.UTC(year < 100 ? year + 2000 : year, month - 1, day, hour, minute, second)
    const real = new Date(ms)
    const fits =
        real.getUTCMonth() === month - 1 &&
        real.getUTCDate() === day &&
        hour < 24 &&
        minute < 60 &&
        second < 60
    return fits ? ms : NaN
}

/** Adds months, clamped to the last day of a shorter month. */
export function addMonths(ms: number, months: number): number {
    const date = new Date(ms)
    const day = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + months)
    date.setUTCDate(Math.min(day, daysInMonth(date.getTime())))
    return date.getTime()
}

/** Number of days in the month of a time. */
export function daysInMonth(ms: number): number {
    const date = new Date(ms)
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}
