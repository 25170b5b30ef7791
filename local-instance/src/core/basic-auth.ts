import type { Store } from './store/types'

/** Properties of the Basic authentication restriction (DOCS basic-auth-restriction and the hardening pages). */
export const BASIC_AUTH = {
    active: 'glide.authenticate.basic_auth.restriction.active',
    enforce: 'glide.authenticate.basic_auth.restriction.enforce',
    defaultDecision: 'glide.authenticate.basic_auth.restriction.default_decision',
    allowedRoles: 'glide.authenticate.basic_auth.allowed_roles',
    allowedUsers: 'glide.authenticate.basic_auth.allowed_users',
    allowExternal: 'glide.authenticate.basic_auth.allow_snc_external',
    allowWebServiceOnly: 'glide.authenticate.basic_auth.allow_wsao',
} as const

/** The role that the restriction exempts on a new instance. */
export const BASIC_AUTH_ROLE = 'snc_basic_auth_api_access'

/** How an instance treats Basic authentication of accounts that may sign in interactively. */
export const BASIC_AUTH_MODES = ['allowed', 'tracking', 'enforced'] as const

/**
 * `tracking` only counts its use, as on an upgraded instance; `enforced` rejects it, as on a new instance.
 */
export type BasicAuthMode = (typeof BASIC_AUTH_MODES)[number]

/** The part of a store that writes a property. */
type PropertyStore = Pick<Store, 'property' | 'first' | 'insert' | 'update'>

/** Sets the restriction's two switches, on any release: patches also bring the feature and its role. */
export function setBasicAuth(store: PropertyStore, mode: BasicAuthMode): void {
    set(store, BASIC_AUTH.active, String(mode !== 'allowed'))
    set(store, BASIC_AUTH.enforce, String(mode === 'enforced'))
    if (store.property(BASIC_AUTH.allowedRoles) === undefined) {
        set(store, BASIC_AUTH.allowedRoles, BASIC_AUTH_ROLE, 'string')
    }
}

function set(store: PropertyStore, name: string, value: string, type = 'boolean'): void {
    const row = store.first('sys_properties', `name=${name}`)
    if (row) store.update('sys_properties', row['sys_id'] ?? '', { value })
    else store.insert('sys_properties', { name, type, value, sys_name: name, sys_scope: 'global' })
}
