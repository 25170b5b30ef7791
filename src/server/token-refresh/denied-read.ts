import { GlideRecord } from '@servicenow/glide'
import { forgetState, isFirstTime, readState } from '../shared/app-state'
import { bestEffort, logWarning } from '../shared/best-effort'

/** Stored across searches, so that the log gets one line and not one every hour. */
const SAID = { name: 'credential_read_denied' }

/**
 * Logs once which privilege is missing if the app has no read access to oauth_credential; until it is granted, only what
 * `sn_auth` returns is known. Once the table can be read, a later refusal is logged again. The hourly search calls this,
 * so that refreshes do not pay for it. Two statements.
 */
export function checkCredentialAccess(): void {
    if (canRead()) {
        if (readState(SAID) !== null) forgetState(SAID)
    } else if (isFirstTime(SAID)) {
        logWarning(
            'Token refresh: the app has no read access to oauth_credential, so the expiry of refresh tokens may be unknown. ' +
                'Grant a cross-scope privilege: source scope "OpenFin for ServiceNow", target scope Global, target name ' +
                'oauth_credential, type Table, operation Read, status Allowed. Tokens are refreshed nevertheless.'
        )
    }
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
