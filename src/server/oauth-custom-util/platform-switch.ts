import { GlideRecord, gs } from '@servicenow/glide'
import type { ApiScript } from './api-script'

/** Label of the platform's own switch, from Yokohama on (KB2132135). */
const LABEL = 'Extend Refresh Token Expiry'
/** Its column by the platform's rule for names; the documentation names the label alone. */
const COLUMN = 'extend_refresh_token_expiry'
/** Registrations that the log was told of. */
const TOLD = 'x_opfi_openfin.oauth_custom_util.stepped_aside'

/**
 * Whether the registration's "Extend Refresh Token Expiry" is on. Then an administrator wants the stored end to move
 * with each renewal, and the platform sees to it; the log says so once for each registration.
 */
export function platformExtends(script: ApiScript): boolean {
    const entity = registration(script)
    if (!entity) return false
    const isOn = switchOf(entity)
    tellOnce(entity, isOn)
    return isOn
}

function registration({ oauthContext }: ApiScript): GlideRecord<'oauth_entity'> | null {
    const profileId = String(oauthContext?.getOAuthProfile?.()?.sys_id ?? '')
    if (profileId === '') return null
    const profile = new GlideRecord('oauth_entity_profile')
    if (!profile.get(profileId)) return null
    const entity = new GlideRecord('oauth_entity')
    return entity.get(String(profile.getValue('oauth_entity') ?? '')) ? entity : null
}

function switchOf(entity: GlideRecord<'oauth_entity'>): boolean {
    if (entity.isValidField(COLUMN)) return isTrue(entity.getValue(COLUMN))
    // Should the column be called otherwise, its label is known.
    for (const element of entity.getElements() as unknown as { getLabel(): string; getName(): string }[]) {
        if (String(element.getLabel()) === LABEL) return isTrue(entity.getValue(element.getName()))
    }
    return false
}

function isTrue(value: unknown): boolean {
    return value === '1' || value === 'true'
}

function tellOnce(entity: GlideRecord<'oauth_entity'>, isOn: boolean): void {
    const told = String(gs.getProperty(TOLD, '') ?? '')
        .split(',')
        .filter((id) => id !== '')
    const id = entity.getUniqueValue()
    if (told.includes(id) === isOn) return
    if (isOn) {
        gs.info(
            `OAuthCustomUtil leaves the refresh tokens of "${entity.getDisplayValue('name')}" to the platform: its "${LABEL}" is on`
        )
    }
    const others = told.filter((one) => one !== id)
    gs.setProperty(TOLD, (isOn ? [...others.slice(-99), id] : others).join(','))
}
