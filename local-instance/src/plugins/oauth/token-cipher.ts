import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Store } from '../../core/store/types'
import { KEYS } from './credential-tables'

/** Marks what this instance encrypted; the number allows for another form one day. */
const PREFIX = 'enc1:'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Two-way encryption of what the platform keeps in `password2` columns. */
export interface TokenCipher {
    /** AES-256-GCM; the same text never gives the same result twice. */
    encrypt(text: string): string
    /** Null for everything that this instance did not encrypt, or that was changed since. */
    decrypt(stored: string | null | undefined): string | null
}

/** What the key is read by. */
type KeyStore = Pick<Store, 'first' | 'metadataVersion'>

const ciphers = new WeakMap<KeyStore, TokenCipher>()
const keys = new WeakMap<KeyStore, () => Buffer>()

/** The cipher of a store's instance. */
export function tokenCipher(store: KeyStore): TokenCipher {
    let cipher = ciphers.get(store)
    if (!cipher) ciphers.set(store, (cipher = createTokenCipher(() => instanceKey(store))))
    return cipher
}

/** A key as the instance keeps it. */
export function newKey(): string {
    return randomBytes(32).toString('base64')
}

/** The instance's secret key, 32 bytes; it stays the same over restarts with kept data. */
export function instanceKey(store: KeyStore): Buffer {
    let key = keys.get(store)
    if (!key) keys.set(store, (key = keyReader(store)))
    return key()
}

/** Reads the key again after each change of metadata, because a reset of the instance may bring another. */
function keyReader(store: KeyStore): () => Buffer {
    let version: number | undefined
    let key = Buffer.alloc(0)
    return () => {
        const current = store.metadataVersion()
        if (current !== version) {
            key = Buffer.from(store.first(KEYS, '')?.['value'] ?? '', 'base64')
            version = current
        }
        return key
    }
}

/** A cipher by its key of 32 bytes, which is asked for at each use. */
export function createTokenCipher(key: () => Buffer): TokenCipher {
    return {
        encrypt(text) {
            const iv = randomBytes(IV_BYTES)
            const cipher = createCipheriv('aes-256-gcm', key(), iv)
            const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
            return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
        },
        decrypt(stored) {
            if (!stored?.startsWith(PREFIX)) return null
            const bytes = Buffer.from(stored.slice(PREFIX.length), 'base64url')
            if (bytes.length < IV_BYTES + TAG_BYTES) return null
            const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_BYTES), {
                authTagLength: TAG_BYTES,
            })
            decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
            try {
                const body = bytes.subarray(IV_BYTES + TAG_BYTES)
                return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
            } catch {
                return null
            }
        },
    }
}
