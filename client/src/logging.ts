import { mask } from './mask'

/** One line of the log. */
export interface LogEntry {
    /** `error` is for what fails, `warn` for what was mended, `info` for steps, `debug` for single calls. */
    level: 'debug' | 'info' | 'warn' | 'error'
    /** What happened; token-looking parts are masked. */
    message: string
    /** When, in milliseconds since 1970. */
    time: number
}

/** Takes the log, for instance into an app's own. */
export type LogSink = (entry: LogEntry) => void

const toConsole: LogSink = ({ level, message }) => console[level](`[openfin-servicenow] ${message}`)

let current: LogSink | undefined

/**
 * Turns the log on, which is off at first, for a function of the app's.
 *
 * @param sink takes each line; the console unless given
 */
export function enableLogging(sink: LogSink | undefined): void
/** Turns the log on, which is off at first, for the console. */
export function enableLogging(): void
export function enableLogging(sink?: LogSink): void {
    current = typeof sink === 'function' ? sink : toConsole
}

/** Turns the log off. */
export function disableLogging(): void {
    current = undefined
}

/**
 * Writes a line, where the log is on. A sink that throws harms nothing but its own line.
 *
 * @param level see LogEntry
 * @param message masked here, and what follows it, too
 * @param reason why, such as an error; a signal's reason may be anything, also what makes no text
 */
export function log(level: LogEntry['level'], message: string, ...reason: unknown[]): void {
    try {
        current?.({ level, message: mask([message, ...reason].join(': ')), time: Date.now() })
    } catch {
        // A broken log must not break a sign-in.
    }
}
