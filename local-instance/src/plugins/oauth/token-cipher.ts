import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keepAllMetadata } from '../../core/metadata-cache'
import type { Store } from '../../core/store/types'
import { KEYS } from './credential-tables'

/** Prefix of encrypted values; the number is the format version. */
const PREFIX = 'enc1:'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Two-way encryption of `password2` columns. */
export interface TokenCipher {
    /** Encrypts with AES-256-GCM and a random nonce. */
    encrypt(text: string): string
    /** Decrypts; null for a value that this instance did not encrypt or that was tampered with. */
    decrypt(stored: string | null | undefined): string | null
}

/** The part of a store that reads the key. */
type KeyStore = Pick<Store, 'first' | 'metadataVersion'>

const ciphers = new WeakMap<KeyStore, TokenCipher>()
const keys = new WeakMap<KeyStore, () => Buffer>()

/** The cipher of an instance, with the key in its store. */
export function tokenCipher(store: KeyStore): TokenCipher {
    let cipher = ciphers.get(store)
    if (!cipher) ciphers.set(store, (cipher = createTokenCipher(() => instanceKey(store))))
    return cipher
}

/** Generates a key in stored form. */
export function newKey(): string {
    return randomBytes(32).toString('base64')
}

/** The instance's secret key of 32 bytes; persists across restarts with the same data. */
export function instanceKey(store: KeyStore): Buffer {
    let key = keys.get(store)
    if (!key) {
        // A reset of the instance may restore another key.
        key = keepAllMetadata(store, () => Buffer.from(store.first(KEYS, '')?.['value'] ?? '', 'base64'))
        keys.set(store, key)
    }
    return key()
}

/** A cipher for a 32-byte key, which is read at each use. */
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
