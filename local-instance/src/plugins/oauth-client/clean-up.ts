import { toGlideDateTime } from '../../core/clock'
import type { Host } from '../../core/plugin'

/** Name of the platform's own job (DOCS t_ManageTokens). */
export const CLEAN_UP = 'Clean Expired OAuth Credentials'

const HOUR_MS = 3_600_000

/**
 * Deletes issued and received tokens a number of hours after their expiry
 * (`com.snc.platform.security.oauth.hours.expired.credential.is.kept`). Returns the number of statements that
 * deleted something.
 */
export function cleanCredentials({ store, clock, log }: Host): number {
    const property = store.property('com.snc.platform.security.oauth.hours.expired.credential.is.kept')
    const hours = Number(property)
    const kept = property !== undefined && property !== '' && hours >= 0 ? hours : 4
    const before = toGlideDateTime(clock.now() - kept * HOUR_MS)
    const count = store.deleteMultiple('oauth_credential', `expires<${before}`)
    if (count > 0) log.write('info', CLEAN_UP, `Deleted ${count} expired OAuth credentials`)
    return 1
}
