import { createHmac, randomBytes } from 'node:crypto'
import type { Row, Store } from '../../core/store/types'
import { hashPassword, verifyPassword } from '../platform/passwords'

/** Whoever asks for more than this gets checked the slow way again. */
const REMEMBERED = 500
/** No honest name or password is longer; hashing more would only cost time. */
const MAX_LENGTH = 1024

/** Checks names and passwords of `sys_user`. */
export interface Credentials {
    /**
     * The active user that this name and password belong to. A wrong password, an unknown name, and an inactive or
     * locked-out user are the same to the caller, in the answer and in the time it takes.
     */
    check(userName: string, password: string): Row | undefined
    /** Forgets what was checked. */
    clear(): void
}

/**
 * Opens the check. A right password is remembered by a keyed hash of it and of what is stored, because Basic
 * authentication sends it with every request and the real check is slow on purpose.
 */
export function createCredentials(store: Store): Credentials {
    const key = randomBytes(32)
    const right = new Set<string>()
    let decoy: string | undefined

    function matches(stored: string, password: string): boolean {
        const proof = createHmac('sha256', key)
            .update(`${stored.length}:${stored}${password}`)
            .digest('base64')
        if (right.has(proof)) return true
        if (!verifyPassword(stored, password)) return false
        if (right.size >= REMEMBERED) right.clear()
        right.add(proof)
        return true
    }

    return {
        check(userName, password) {
            if (userName.length > MAX_LENGTH || password.length > MAX_LENGTH) return undefined
            const user = isQueryable(userName) ? store.first('sys_user', `user_name=${userName}`) : undefined
            const stored = user?.['user_password']
            if (!user || !stored) {
                verifyPassword((decoy ??= hashPassword(randomBytes(16).toString('hex'))), password)
                return undefined
            }
            const usable = user['active'] === '1' && user['locked_out'] !== '1'
            // Not remembered for a user who may not sign in: the answer must not come faster than any other.
            if (!usable) {
                verifyPassword(stored, password)
                return undefined
            }
            return matches(stored, password) ? user : undefined
        },
        clear: () => right.clear(),
    }
}

/** Encoded queries have no quoting, so a name that would be more than a value cannot be asked for. */
function isQueryable(userName: string): boolean {
    return userName !== '' && !/[\^\r\n]|^javascript:/i.test(userName)
}
