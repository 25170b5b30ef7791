import { GlideRecord } from '@servicenow/glide'
import { isFirstTime } from '../shared/app-state'
import { bestEffort, logInfo } from '../shared/best-effort'
import type { ApiScript } from './api-script'

/** Label of the platform's own setting, Yokohama and later (KB2132135). */
const LABEL = 'Extend Refresh Token Expiry'
/** Its column, derived from the label by the platform's naming rule; only the label is documented. */
const COLUMN = 'extend_refresh_token_expiry'

/**
 * Whether the registration's "Extend Refresh Token Expiry" is on. An administrator then wants the stored expiry to move
 * with each refresh, and the platform does that; logged once per registration.
 *
 * @throws if the registration cannot be read
 */
export function platformExtends(script: ApiScript): boolean {
    const entity = registration(script)
    if (!entity || !isOn(entity)) return false
    logOnce(entity)
    return true
}

function registration({ oauthContext }: ApiScript): GlideRecord<'oauth_entity'> | null {
    const profileId = String(oauthContext?.getOAuthProfile?.()?.sys_id ?? '')
    if (profileId === '') return null
    const profile = new GlideRecord('oauth_entity_profile')
    if (!profile.get(profileId)) return null
    const entity = new GlideRecord('oauth_entity')
    return entity.get(String(profile.getValue('oauth_entity') ?? '')) ? entity : null
}

function isOn(entity: GlideRecord<'oauth_entity'>): boolean {
    if (entity.isValidField(COLUMN)) return isTrue(entity.getValue(COLUMN))
    // If the column has another name, find it by its label.
    for (const element of entity.getElements() as unknown as { getLabel(): string; getName(): string }[]) {
        if (String(element.getLabel()) === LABEL) return isTrue(entity.getValue(element.getName()))
    }
    return false
}

function isTrue(value: unknown): boolean {
    return value === '1' || value === 'true'
}

function logOnce(entity: GlideRecord<'oauth_entity'>): void {
    bestEffort(() => {
        const about = { table: 'oauth_entity', sysId: entity.getUniqueValue() }
        if (!isFirstTime({ name: 'stepped_aside', about })) return
        logInfo(
            `OAuthCustomUtil leaves the refresh tokens of "${entity.getDisplayValue('name')}" to the platform: its "${LABEL}" is on`
        )
    })
}
