import type { Principal } from './principal'
import type { Store } from './store/types'

/** Who works for the company (DOCS explicit-roles). */
export const INTERNAL_ROLE = 'snc_internal'
/** Who does not (same page); nobody has both. */
export const EXTERNAL_ROLE = 'snc_external'
/** "No login is required to access features or functions with the public role" (DOCS base-system-roles). */
const PUBLIC_ROLE = 'public'

/**
 * Whether explicit roles are enforced (plug-in `com.glide.explicit_roles`), which its property says. On by default
 * here, since Customer Service Management, whose tables this instance has, activates it (DOCS explicit-roles-in-csm).
 */
export function hasExplicitRoles(store: Store): boolean {
    return store.property('glide.security.use_explicit_roles') === 'true'
}

/**
 * Whether a user meets the roles of an access control. With explicit roles one that names none is for `snc_internal`:
 * the plug-in adds that role to every such rule, existing or new (DOCS explicit-roles).
 */
export function meetsRoles(store: Store, { roles }: Principal, required: readonly string[]): boolean {
    if (required.includes(PUBLIC_ROLE)) return true
    if (required.length > 0) return required.some((role) => roles.has(role))
    return !hasExplicitRoles(store) || roles.has(INTERNAL_ROLE) || roles.has('admin')
}

/**
 * Whether a REST API that asks for the role `snc_internal` lets this user in. The flag counts with explicit roles only,
 * and only as long as the platform's property has it honoured (EXPLAIN restapi-api; properties' descriptions).
 */
export function passesInternalFlag(store: Store, { roles }: Principal): boolean {
    if (roles.has(INTERNAL_ROLE) || roles.has('admin')) return true
    return !hasExplicitRoles(store) || store.property('glide.rest.global.honor_snc_internal_flag') === 'false'
}
