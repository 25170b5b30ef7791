import type { Row, Store } from '../../core/store/types'

/** A registration of a third party (`oauth_entity` of type `oauth_provider`) with one of its profiles. */
export interface Provider {
    entity: Row
    profile: Row
    /** Scopes of the profile, as sent. */
    scopes: string[]
}

/**
 * The active provider of a profile, or the one with a name and its default profile (DOCS c_GlideOAuthClient:
 * "client name" is the registration's name).
 */
export function findProvider(
    store: Store,
    { profile, name }: { profile?: string; name?: string }
): Provider | undefined {
    const entity = profile ? entityOf(store, profile) : entityNamed(store, name ?? '')
    if (!entity || entity['active'] !== '1' || entity['type'] !== 'oauth_provider') return undefined
    const row = profile
        ? store.get('oauth_entity_profile', profile)
        : store.first('oauth_entity_profile', `oauth_entity=${entity['sys_id']}^ORDERBYDESCdefault`)
    return row && { entity, profile: row, scopes: scopesOf(store, row['sys_id'] ?? '') }
}

function entityOf(store: Store, profile: string): Row | undefined {
    return store.get('oauth_entity', store.get('oauth_entity_profile', profile)?.['oauth_entity'] ?? '')
}

function entityNamed(store: Store, name: string): Row | undefined {
    if (name === '' || /[\^\n]/.test(name)) return undefined
    return store.first('oauth_entity', `type=oauth_provider^name=${name}`)
}

function scopesOf(store: Store, profile: string): string[] {
    return store
        .query('oauth_entity_profile_scope', { query: `oauth_entity_profile=${profile}` })
        .map((row) => store.get('oauth_entity_scope', row['oauth_entity_scope'] ?? ''))
        .map((scope) => scope?.['oauth_entity_scope'] ?? '')
        .filter((scope) => scope !== '')
}

/**
 * The redirect URI: the registered one, otherwise the instance's default (DOCS
 * t_UseAThirdPartyOAuthProvider).
 */
export function redirectUri(store: Store, { entity }: Provider): string {
    const registered = (entity['redirect_url'] ?? '').split(',')[0]?.trim()
    return registered || `${store.property('glide.servlet.uri') ?? ''}oauth_redirect.do`
}
