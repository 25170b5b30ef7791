import { GlideRecord } from '@servicenow/glide'
import { forgetState, isFirstTime, readState } from '../shared/app-state'
import { bestEffort, logWarning } from '../shared/best-effort'

/** Kept across runs, since the log has to say it once and not every three minutes. */
const SAID = { name: 'credential_read_denied' }

/** Says once which privilege is missing; until it is there, only what `sn_auth` returns is known. */
export function reportDeniedRead(): void {
    if (!isFirstTime(SAID)) return
    logWarning(
        'Token refresh: the app may not read oauth_credential, so ends of refresh tokens may be unknown. Allow it by a ' +
            'Cross scope privilege: source scope "OpenFin for ServiceNow", target scope Global, target name ' +
            'oauth_credential, type Table, operation Read, status Allowed. Tokens are refreshed all the same.'
    )
}

/**
 * Forgets that it was said where the table can be read by now, so that a later refusal is said again. For the hourly
 * search: a renewal pays nothing for it. One statement, two more where it was said.
 */
export function forgetDeniedRead(): void {
    if (readState(SAID) !== null && canRead()) forgetState(SAID)
}

function canRead(): boolean {
    const answered = bestEffort(() => {
        const credential = new GlideRecord('oauth_credential')
        credential.setLimit(1)
        credential.query()
        return true
    })
    return answered === true
}
