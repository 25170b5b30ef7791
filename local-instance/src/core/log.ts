import { toGlideDateTime, type Clock } from './clock'
import type { LogEntry } from './script-host'
import type { Store } from './store/types'

/** Levels as stored in `syslog.level`. */
const LEVELS: Record<LogEntry['level'], string> = { debug: '-1', info: '0', warn: '1', error: '2' }

/** The system log (`syslog`). Callers must keep tokens, codes, verifiers and secrets out of it. */
export interface Log {
    write(level: LogEntry['level'], source: string, message: string): void
    /** All entries, oldest first. */
    entries(): LogEntry[]
}

/** Opens the log of a store; each thread has its own on the same table. */
export function createLog(store: Store, clock: Clock): Log {
    return {
        write(level, source, message) {
            store.insert('syslog', {
                level: LEVELS[level],
                source: source.slice(0, 100),
                message: message.slice(0, 8000),
                sys_created_on: toGlideDateTime(clock.now()),
            })
        },
        entries() {
            return store.query('syslog', { query: 'ORDERBYsequence' }).map((row) => ({
                level: levelOf(row['level']),
                source: row['source'] ?? '',
                message: row['message'] ?? '',
                sys_created_on: row['sys_created_on'] ?? '',
            }))
        },
    }
}

function levelOf(value: string | null | undefined): LogEntry['level'] {
    const found = Object.entries(LEVELS).find(([, stored]) => stored === value)
    return (found?.[0] as LogEntry['level'] | undefined) ?? 'info'
}
