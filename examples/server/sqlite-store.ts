import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import Database from 'libsql'
import type { AuthStore } from 'openfin-servicenow-client/node'

/** Options of the store. */
export interface SqliteStoreOptions {
    /** Path of the database, or `:memory:`. */
    file: string
    /** 32 bytes. Values encrypted with another key count as absent, so those users sign in again. */
    key: Buffer
    /** Milliseconds since 1970; default: the system clock. */
    now?: () => number
}

/** A persistent store. Close it when the app ends. */
export interface SqliteStore extends AuthStore {
    close(): void
}

const TAG_BYTES = 16
const NONCE_BYTES = 12

/**
 * Stores tokens in SQLite, encrypted with AES-256-GCM, so that a copy of the file is useless without the key. The row's
 * name is authenticated as well: a value that was moved to another row cannot be decrypted.
 */
export function createSqliteStore({ file, key, now = Date.now }: SqliteStoreOptions): SqliteStore {
    const database = new Database(file)
    database.exec(`
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS auth (name TEXT PRIMARY KEY, value BLOB NOT NULL, expires_at INTEGER) STRICT;
        CREATE INDEX IF NOT EXISTS auth_expires_at ON auth (expires_at);
    `)
    const select = database.prepare('SELECT value FROM auth WHERE name = ?')
    const upsert = database.prepare('INSERT OR REPLACE INTO auth (name, value, expires_at) VALUES (?, ?, ?)')
    const remove = database.prepare('DELETE FROM auth WHERE name = ?')
    const sweep = database.prepare('DELETE FROM auth WHERE expires_at <= ?')
    return {
        get(name) {
            const row = select.get(name) as { value: Uint8Array } | undefined
            return row && open(key, name, Buffer.from(row.value))
        },
        set(name, value, expiresAt) {
            sweep.run(now())
            upsert.run(name, seal(key, name, value), expiresAt ?? null)
        },
        // Returns whether there was one, so that only one of several processes completes a sign-in.
        delete: (name) => remove.run(name).changes > 0,
        close: () => void database.close(),
    }
}

function seal(key: Buffer, name: string, value: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
    const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function open(key: Buffer, name: string, sealed: Buffer): string | undefined {
    const nonce = sealed.subarray(0, NONCE_BYTES)
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
    const text = sealed.subarray(NONCE_BYTES + TAG_BYTES)
    try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name)).setAuthTag(tag)
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    } catch {
        return undefined
    }
}
