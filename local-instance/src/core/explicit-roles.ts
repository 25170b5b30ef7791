import type { Principal } from './principal'
import type { Store } from './store/types'

/** Internal users (DOCS explicit-roles). */
export const INTERNAL_ROLE = 'snc_internal'
/** External users (same page). A user never has both roles. */
export const EXTERNAL_ROLE = 'snc_external'
/** "No login is required to access features or functions with the public role" (DOCS base-system-roles). */
const PUBLIC_ROLE = 'public'

/**
 * Property that states whether explicit roles are enforced (plug-in `com.glide.explicit_roles`). On by
 * default here, since Customer Service Management, whose tables this instance has, activates it (DOCS
 * explicit-roles-in-csm).
 */
export function hasExplicitRoles(store: Store): boolean {
    return store.property('glide.security.use_explicit_roles') === 'true'
}

/**
 * Whether a user meets the role requirement of an access control. With explicit roles, a rule without a role
 * requires `snc_internal`: the plug-in adds that role to every such rule, existing or new (DOCS
 * explicit-roles).
 */
export function meetsRoles(store: Store, { roles }: Principal, required: readonly string[]): boolean {
    if (required.includes(PUBLIC_ROLE)) return true
    if (required.length > 0) return required.some((role) => roles.has(role))
    return !hasExplicitRoles(store) || roles.has(INTERNAL_ROLE) || roles.has('admin')
}

/**
 * Whether a REST API that requires the role `snc_internal` admits this user. The flag applies with explicit
 * roles only, and only while the platform's property honours it (EXPLAIN restapi-api; properties'
 * descriptions).
 */
export function passesInternalFlag(store: Store, { roles }: Principal): boolean {
    if (roles.has(INTERNAL_ROLE) || roles.has('admin')) return true
    return !hasExplicitRoles(store) || store.property('glide.rest.global.honor_snc_internal_flag') === 'false'
}
