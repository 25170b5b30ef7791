import { GlideRecord } from '@servicenow/glide'

/** Grants by which a token is got without a person (RFC 6749 §4.4, RFC 7523). */
const WITHOUT_PERSON = ['client_credentials', 'urn:ietf:params:oauth:grant-type:jwt-bearer']

/**
 * The grant of a profile, or of its registration where the profile names none, if a new token can be got by it without
 * a person; null otherwise, and for a profile that does not exist.
 */
export function grantWithoutPerson(profileId: string): string | null {
    const profile = new GlideRecord('oauth_entity_profile')
    if (!profile.get(profileId)) return null
    const own = profile.getValue('grant_type')
    const grant = own || String(profile.getElement('oauth_entity.default_grant_type') ?? '')
    return WITHOUT_PERSON.includes(grant) ? grant : null
}
