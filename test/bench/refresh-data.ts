import type { LocalInstance } from 'openfin-servicenow-local-instance'
import { tokenCipher } from 'openfin-servicenow-local-instance/dist/plugins/oauth/token-cipher'

/** Tokens that an instance refreshes. */
export interface SeededTokens {
    /** Number of all tokens. */
    tokens: number
    /** Number of tokens with an expired access token; the others expire in years. */
    due: number
    /** Token endpoint of the provider. */
    tokenUrl: string
}

const YEAR_MS = 365 * 86_400_000

/**
 * Writes registration, rule, requestors, credentials and statuses directly to the database; returns the
 * profile.
 */
export function seedTokens(
    { records, clock }: LocalInstance,
    { tokens, due, tokenUrl }: SeededTokens
): string {
    const cipher = tokenCipher(records)
    const time = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
    const [ended, far] = [time(clock.now() - 1000), time(clock.now() + 3 * YEAR_MS)]
    return records.transaction(() => {
        const entity = records.insert('oauth_entity', {
            name: 'Measured',
            type: 'oauth_provider',
            client_id: 'us',
            token_url: tokenUrl,
            default_grant_type: 'authorization_code',
            active: '1',
        })
        const peer = entity['sys_id'] ?? ''
        const profile =
            records.insert('oauth_entity_profile', {
                name: 'Measured',
                oauth_entity: peer,
                grant_type: 'authorization_code',
            })['sys_id'] ?? ''
        const rule =
            records.insert('x_opfi_openfin_refresh_rule', {
                name: 'Measured',
                active: '1',
                table: 'sys_rest_message',
                profile_field: 'oauth2_profile',
                access_lead_s: '300',
                refresh_lead_s: '604800',
            })['sys_id'] ?? ''
        for (let index = 0; index < tokens; index++) {
            const requestor =
                records.insert('sys_rest_message', {
                    name: `Measured ${index}`,
                    authentication_type: 'oauth2',
                    oauth2_profile: profile,
                })['sys_id'] ?? ''
            const holder =
                records.insert('oauth_requestor_profile', {
                    requestor_id: requestor,
                    oauth_entity_profile: profile,
                })['sys_id'] ?? ''
            const expires = index < due ? ended : far
            const secret = cipher.encrypt(`token ${index}`)
            for (const [type, end] of [
                ['access_token', expires],
                ['refresh_token', far],
            ] as const) {
                records.insert('oauth_credential', {
                    type,
                    peer,
                    token_received: secret,
                    expires: end,
                    client_id: 'us',
                    oauth_requestor_profile: holder,
                })
            }
            records.insert('x_opfi_openfin_token_status', {
                rule,
                requestor_table: 'sys_rest_message',
                requestor,
                profile,
                outcome: 'valid',
                access_token_expires: expires,
                refresh_token_expires: far,
                next_attempt: expires,
                renewed: time(clock.now() - 3_600_000),
            })
        }
        return profile
    })
}
