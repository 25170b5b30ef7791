import { mask } from './mask'

/** One line of the log. */
export interface LogEntry {
    /** `error`: failures; `warn`: recovered problems; `info`: steps; `debug`: single calls. */
    level: 'debug' | 'info' | 'warn' | 'error'
    /** The message, with anything that looks like a token masked. */
    message: string
    /** Time in milliseconds since 1970. */
    time: number
}

/** Receives log entries, for example to write them to the app's own log. */
export type LogSink = (entry: LogEntry) => void

const toConsole: LogSink = ({ level, message }) => console[level](`[openfin-servicenow] ${message}`)

let current: LogSink | undefined

/**
 * Turns logging on. It is off by default.
 *
 * @param sink receives each entry; default: the console
 */
export function enableLogging(sink: LogSink | undefined): void
/** Turns logging to the console on. It is off by default. */
export function enableLogging(): void
export function enableLogging(sink?: LogSink): void {
    current = typeof sink === 'function' ? sink : toConsole
}

/** Turns logging off. */
export function disableLogging(): void {
    current = undefined
}

/**
 * Writes a log entry if logging is on. An error in the sink is ignored.
 *
 * @param level see LogEntry
 * @param message masked here, together with the reason
 * @param reason an error or the reason of a signal, which may be any value, even one that cannot be converted
 * to a string
 */
export function log(level: LogEntry['level'], message: string, ...reason: unknown[]): void {
    try {
        current?.({ level, message: mask([message, ...reason].join(': ')), time: Date.now() })
    } catch {
        // A failing sink must not break a sign-in.
    }
}
