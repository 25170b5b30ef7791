import { gs } from '@servicenow/glide'

/** Keeps across runs that the log was told, since it has to be told once and not every three minutes. */
const TOLD = 'x_opfi_openfin.token_refresh.credential_read_denied'

/** Says once which privilege is missing; until it is there, only what `sn_auth` tells is known. */
export function credentialReadDenied(): void {
    if (isCredentialReadDenied()) return
    gs.setProperty(TOLD, 'true')
    gs.warn(
        'Token refresh: the app may not read oauth_credential, so ends of refresh tokens may be unknown. Allow it by a ' +
            'Cross scope privilege: source scope "OpenFin for ServiceNow", target scope Global, target name ' +
            'oauth_credential, type Table, operation Read, status Allowed. Tokens are refreshed all the same.'
    )
}

/** Forgets that it was told, so that a later refusal is told again. */
export function credentialReadWorks(): void {
    if (isCredentialReadDenied()) gs.setProperty(TOLD, 'false')
}

/** Whether the last look at oauth_credential was refused. No statement. */
export function isCredentialReadDenied(): boolean {
    return String(gs.getProperty(TOLD, 'false')) === 'true'
}
