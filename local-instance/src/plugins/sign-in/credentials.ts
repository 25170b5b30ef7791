import type { Row, Store } from '../../core/store/types'
import { hashPassword, verifyPassword } from '../platform/passwords'

/** Maximum length of user names and passwords; longer ones are rejected without hashing. */
const MAX_LENGTH = 1024

/** Hash to compare with if there is no user, so that unknown names take as long as wrong passwords. */
let decoy: string | undefined

/**
 * The active user with this name and password. A wrong password, an unknown name, and an inactive or
 * locked-out user are indistinguishable to the caller, by response and by timing.
 */
export function checkCredentials(store: Store, userName: string, password: string): Row | undefined {
    if (userName.length > MAX_LENGTH || password.length > MAX_LENGTH) return undefined
    const user = isQueryable(userName) ? store.first('sys_user', `user_name=${userName}`) : undefined
    const stored = user?.['user_password'] || (decoy ??= hashPassword(''))
    const matches = verifyPassword(password, stored)
    if (!user?.['user_password'] || !matches) return undefined
    return user['active'] === '1' && user['locked_out'] !== '1' ? user : undefined
}

/**
 * Whether an account is for web services only and cannot sign in interactively (DOCS
 * web_service_access_only).
 */
export function isForWebServicesOnly(user: Row): boolean {
    return user['web_service_access_only'] === '1'
}

/**
 * Whether an account has to reset its password before it may call APIs (DOCS
 * sc-enforce-password-reset-on-api-requests describes Basic authentication; that it applies to tokens too is
 * assumed).
 */
export function mustResetPassword(store: Store, userId: string): boolean {
    if (store.property('glide.authenticate.api.user.reset_password.mandatory') !== 'true') return false
    return store.get('sys_user', userId)?.['password_needs_reset'] === '1'
}

/** Encoded queries have no quoting, so names with query syntax are rejected. */
function isQueryable(userName: string): boolean {
    return userName !== '' && !/[\^\r\n]|^javascript:/i.test(userName)
}
