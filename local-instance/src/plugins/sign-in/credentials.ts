import type { Row, Store } from '../../core/store/types'
import { hashPassword, verifyPassword } from '../platform/passwords'

/** Longer user names and passwords are rejected without the cost of hashing them. */
const MAX_LENGTH = 1024

/** Compared with where there is no user, so that unknown names take as long as wrong passwords. */
let decoy: string | undefined

/**
 * The active user that this name and password belong to. A wrong password, an unknown name, and an inactive or
 * locked-out user are the same to the caller, in the answer and in the time it takes.
 */
export function checkCredentials(store: Store, userName: string, password: string): Row | undefined {
    if (userName.length > MAX_LENGTH || password.length > MAX_LENGTH) return undefined
    const user = isQueryable(userName) ? store.first('sys_user', `user_name=${userName}`) : undefined
    const stored = user?.['user_password'] || (decoy ??= hashPassword(''))
    const matches = verifyPassword(password, stored)
    if (!user?.['user_password'] || !matches) return undefined
    return user['active'] === '1' && user['locked_out'] !== '1' ? user : undefined
}

/** Whether an account is for web services only: no page signs it in (DOCS web_service_access_only). */
export function isForWebServicesOnly(user: Row): boolean {
    return user['web_service_access_only'] === '1'
}

/**
 * Whether an account has to choose a new password before it may call APIs (DOCS
 * sc-enforce-password-reset-on-api-requests, which speaks of Basic; that a token is no way around it is assumed).
 */
export function mustResetPassword(store: Store, userId: string): boolean {
    if (store.property('glide.authenticate.api.user.reset_password.mandatory') !== 'true') return false
    return store.get('sys_user', userId)?.['password_needs_reset'] === '1'
}

/** Encoded queries have no quoting, so a name that would be more than a value cannot be asked for. */
function isQueryable(userName: string): boolean {
    return userName !== '' && !/[\^\r\n]|^javascript:/i.test(userName)
}
