const UNITS: [name: string, seconds: number][] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
]

/** Formats a duration in its largest whole unit: `100 days`, `1 hour`, `90 minutes`. */
export function formatDuration(seconds: number): string {
    const [name, size] = UNITS.find(([, size]) => seconds >= size && seconds % size === 0) ?? ['second', 1]
    const count = seconds / size
    return `${count.toLocaleString('en')} ${name}${count === 1 ? '' : 's'}`
}
