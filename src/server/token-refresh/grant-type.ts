import { GlideRecord } from '@servicenow/glide'

/** Grants by which a token is got without a person (RFC 6749 §4.4, RFC 7523). */
const WITHOUT_PERSON = ['client_credentials', 'urn:ietf:params:oauth:grant-type:jwt-bearer']

/** How a profile gets new tokens. */
export interface ProfileGrant {
    exists: boolean
    /** The grant by which a new token can be got without a person; null where there is none. */
    withoutPerson: string | null
}

/** Reads the grant of a profile, or of its registration where the profile names none. One statement. */
export function grantOf(profileId: string): ProfileGrant {
    const profile = new GlideRecord('oauth_entity_profile')
    if (!profile.get(profileId)) return { exists: false, withoutPerson: null }
    const own = profile.getValue('grant_type')
    const grant = own || String(profile.getElement('oauth_entity.default_grant_type') ?? '')
    return { exists: true, withoutPerson: WITHOUT_PERSON.includes(grant) ? grant : null }
}
