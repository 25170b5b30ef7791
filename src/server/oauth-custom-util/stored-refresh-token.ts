import { GlideOAuthClient } from '@servicenow/glide/sn_auth'

/**
 * The refresh token that the platform stores for a requestor and profile.
 *
 * @param requestor sys_id of the record that owns the token
 * @param profile sys_id of the oauth_entity_profile
 * @returns empty if there is none, or the platform does not return it
 */
export function storedRefreshToken(requestor: string, profile: string): string {
    if (requestor === '' || profile === '') return ''
    try {
        const client = new GlideOAuthClient()
        const token = client.getToken(requestor, profile)
        return token ? String(token.getRefreshToken() ?? '') : ''
    } catch {
        return ''
    }
}
