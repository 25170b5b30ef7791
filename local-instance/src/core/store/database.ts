import Libsql from 'libsql'
import type { ChangedTables } from './changed-tables'
import { createWriteLockMemory, openWriteLock } from './write-lock'

/** Values that can be bound to a statement. */
export type SqlValue = string | number | null

/**
 * Prepared statements cached per connection; encoded queries bind their values, so few distinct texts occur.
 */
const MAX_STATEMENTS = 1000
/**
 * Time limit of one wait for the file's write lock, in ms, and the number of attempts before the write fails.
 */
const BUSY_TIMEOUT_MS = 5000
const BUSY_ATTEMPTS = 6
/** The table that a statement writes to. */
const WRITTEN = /^\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+"?(\w+)/i

/** One thread's connection to the database file. */
export interface Database {
    /** All rows of a statement, each a list of cells. */
    all(sql: string, params?: SqlValue[]): SqlValue[][]
    /** Runs a writing statement; returns how many rows changed. */
    run(sql: string, params?: SqlValue[]): number
    /** Runs statements without values, such as DDL. */
    exec(sql: string): void
    /** Atomic. A nested call that fails rolls back only its own writes. */
    transaction<T>(run: () => T): T
    /** True inside {@link transaction}. */
    readonly inTransaction: boolean
    /** Called when an outermost transaction has been committed or rolled back. */
    onEnd(run: () => void): void
    close(): void
}

/**
 * Opens a connection; several threads may do so at once (WAL: readers never wait, writers queue).
 *
 * @param lock write lock that the instance's threads share; without it, only SQLite's own lock applies
 * @param changed gets the tables that are written to
 */
export function openDatabase(
    file: string,
    lock = openWriteLock(createWriteLockMemory()),
    changed?: ChangedTables
): Database {
    const connection = new Libsql(file, { timeout: BUSY_TIMEOUT_MS })
    const statements = new Map<string, { statement: ReturnType<typeof connection.prepare>; table?: string }>()
    const listeners: (() => void)[] = []
    let depth = 0

    const prepared = (sql: string) => {
        let known = statements.get(sql)
        if (known) {
            // Least recently used first, so the oldest is evicted when the cache is full.
            statements.delete(sql)
        } else {
            const statement = connection.prepare(sql)
            if (/^\s*(SELECT|PRAGMA|WITH)/i.test(sql)) statement.raw()
            const [, table] = WRITTEN.exec(sql) ?? []
            known = { statement, ...(table !== undefined && { table }) }
            if (statements.size >= MAX_STATEMENTS) statements.delete(statements.keys().next().value as string)
        }
        statements.set(sql, known)
        return known
    }
    const write = (sql: string, params: SqlValue[] = []): number => {
        const { statement, table } = prepared(sql)
        if (table !== undefined) changed?.add(table)
        const { changes } = statement.run(params)
        // Again: while this waited for the write lock, the tables may have been restored and the list
        // cleared.
        if (table !== undefined) changed?.add(table)
        return changes
    }

    const begin = () => {
        for (let attempt = 1; ; attempt++) {
            try {
                write('BEGIN IMMEDIATE')
                return
            } catch (error) {
                if (!isBusy(error) || attempt === BUSY_ATTEMPTS) throw error
            }
        }
    }

    const outermost = <T>(run: () => T): T => {
        lock.take()
        try {
            begin()
        } catch (error) {
            lock.release()
            throw error
        }
        depth = 1
        try {
            const result = run()
            write('COMMIT')
            return result
        } catch (error) {
            if (connection.inTransaction) connection.exec('ROLLBACK')
            throw error
        } finally {
            lock.release()
            depth = 0
            for (const listener of listeners) listener()
        }
    }

    const nested = <T>(run: () => T): T => {
        const savepoint = `s${depth}`
        write(`SAVEPOINT ${savepoint}`)
        depth += 1
        try {
            const result = run()
            write(`RELEASE ${savepoint}`)
            return result
        } catch (error) {
            if (connection.inTransaction) {
                connection.exec(`ROLLBACK TO ${savepoint}`)
                connection.exec(`RELEASE ${savepoint}`)
            }
            throw error
        } finally {
            depth -= 1
        }
    }

    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = NORMAL')
    connection.pragma('cache_size = -16000')
    return {
        // Statements are always run to completion: an unfinished one would hold its read snapshot.
        all: (sql, params = []) => prepared(sql).statement.all(params) as SqlValue[][],
        run: write,
        exec(sql) {
            if (/^\s*(CREATE|ALTER|DROP)\b/i.test(sql)) changed?.addSchema()
            connection.exec(sql)
        },
        transaction: (run) => (depth === 0 ? outermost(run) : nested(run)),
        get inTransaction() {
            return depth > 0
        },
        onEnd: (run) => void listeners.push(run),
        close: () => {
            statements.clear()
            connection.close()
        },
    }
}

const quotedNames = new Map<string, string>()

/**
 * Quotes a name for SQL. Names come from the dictionary only; quoting allows reserved words (`order`,
 * `group`).
 */
export function quoted(name: string): string {
    let text = quotedNames.get(name)
    if (text === undefined) quotedNames.set(name, (text = `"${name.replaceAll('"', '""')}"`))
    return text
}

/** `?,?,?` for a number of values. */
export function placeholders(count: number): string {
    return Array<string>(count).fill('?').join(',')
}

function isBusy(error: unknown): boolean {
    return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')
}

/** True if a write violated a unique index or a primary key. */
export function isUniqueViolation(error: unknown): boolean {
    return /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(String((error as { code?: unknown }).code))
}
