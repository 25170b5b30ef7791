/**
 * Messages about a token, as status rows and attempts hold them: in English, since a row has many readers. Mails translate
 * them for their recipient, so a message is one of these templates with its values in the places `{0}`, `{1}` …. No
 * template has an apostrophe, which `gs.getMessage()` would take for a quotation mark (java.text.MessageFormat). The more
 * specific of two that match the same text stands first.
 */
export const TOKEN_MESSAGES = {
    valid: 'The token is valid.',
    refreshed: 'The token was refreshed.',
    refreshedByPlatform: 'The platform refreshed the token at the same time.',
    inProgress: 'Another refresh of this token is in progress.',
    recordWithoutProfile: 'The record has no OAuth profile.',
    profileMissing: 'The OAuth profile that the record references does not exist.',
    noToken: 'No token is stored. Get a token at {0}',
    noRefreshToken: 'No refresh token is stored. Get a new token at {0}',
    notReturned:
        'A refresh token is stored, but the platform does not return it. Check the OAuth registration, or get a new token at {0}',
    notStored: 'The provider returned a token, but the platform did not store it.',
    rejectedPastExpiry:
        'The refresh token was rejected: {0}. Its stored expiry has passed. Either the OAuth registration no longer matches the provider: correct it, and choose "Refresh OAuth token". Or the refresh token is no longer valid: get a new one at {1}',
    rejectedForDays:
        'The refresh token has been rejected with the same error for {0} days: {1}. Either the OAuth registration no longer matches the provider: correct it, and choose "Refresh OAuth token". Or the refresh token is no longer valid: get a new one at {2}',
    rejected: 'The refresh token was rejected: {0}. Get a new one at {1}',
    failedByClient:
        'The refresh failed: {0}. Check the client ID and client secret of the OAuth registration.',
    failedCheckOrConsent:
        'The refresh failed: {0}. If this persists, check the OAuth registration, or get a new token at {1}',
    failedCheck: 'The refresh failed: {0}. If this persists, check the OAuth registration.',
    failed: 'The refresh failed: {0}.',
    platformFailed: 'The platform failed while refreshing the token.',
    watched: 'Watched only: no refresh rule covers this token.',
    watchedWithoutRecord:
        'Watched only: the record that owns this token was not found. If it was deleted, revoke the token at the provider.',
    ended: 'The refresh token has ended. Get a new token.',
    changedConsent: 'Consent by {0} instead of {1}.',
} as const

/** Puts values into a template. */
export function fillMessage(template: string, ...values: string[]): string {
    return template.replace(/\{(\d)\}/g, (place, index: string) => values[Number(index)] ?? place)
}

/** The template and the values of a message; null if it is none of these. */
export function readMessage(text: string): { template: string; values: string[] } | null {
    for (const template of Object.values(TOKEN_MESSAGES)) {
        const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '([\\s\\S]*?)')
        const found = new RegExp(`^${pattern}$`).exec(text)
        if (found) return { template, values: found.slice(1).map(String) }
    }
    return null
}
