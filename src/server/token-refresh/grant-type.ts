import { GlideRecord } from '@servicenow/glide'

/** Grants that need no user interaction (RFC 6749 §4.4, RFC 7523). */
const WITHOUT_PERSON = ['client_credentials', 'urn:ietf:params:oauth:grant-type:jwt-bearer']

/** How a profile obtains new tokens. */
export interface ProfileGrant {
    exists: boolean
    /** The grant that obtains a new token without user interaction; null if there is none. */
    withoutPerson: string | null
}

/** Reads the grant type of a profile, or of its registration if the profile has none. One statement. */
export function grantOf(profileId: string): ProfileGrant {
    const profile = new GlideRecord('oauth_entity_profile')
    if (!profile.get(profileId)) return { exists: false, withoutPerson: null }
    const own = profile.getValue('grant_type')
    const grant = own || String(profile.getElement('oauth_entity.default_grant_type') ?? '')
    return { exists: true, withoutPerson: WITHOUT_PERSON.includes(grant) ? grant : null }
}
