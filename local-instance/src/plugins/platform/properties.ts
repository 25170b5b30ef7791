import { randomUUID } from 'node:crypto'
import { BASIC_AUTH, BASIC_AUTH_ROLE } from '../../core/basic-auth'
import { isFrom, type Release } from '../../core/releases'
import type { Store } from '../../core/store/types'
import { EXTERNAL_CLASSES } from './explicit-roles'

/** A property, its type, its value on a new instance, and the first release that has it (default all). */
type Property = [name: string, type: string, value: string, since?: Release]

/**
 * Properties with the values of a new instance (DOCS oauth-auth-code-flow-state-parm and the pages of each
 * property). Readers fall back to the documented value if a property is absent, as on an upgraded instance.
 */
const PROPERTIES: Property[] = [
    ['glide.oauth.state.parameter.required', 'boolean', 'true'],
    ['glide.oauth.allow.parameters.in.post.body.only', 'boolean', 'true'],
    ['glide.oauth.pkce.external.code_verifier_size', 'integer', '43'],
    ['glide.oauth.inbound.client.credential.grant_type.enabled', 'boolean', 'false'],
    ['glide.oauth.inbound.ropc.grant_type.disabled', 'boolean', 'false'],
    ['glide.oauth.clients.allowed.for.implicit.grant', 'string', ''],
    ['glide.oauth.update_last_login_time', 'boolean', 'true'],
    ['glide.oauth.cors.allowed.origin', 'string', '', 'australia'],
    ['glide.rest.cors.enabled', 'boolean', 'true'],
    // Enforced on a new instance; an upgraded one starts with tracking (DOCS basic-auth-restriction).
    [BASIC_AUTH.active, 'boolean', 'true', 'australia'],
    [BASIC_AUTH.enforce, 'boolean', 'false', 'australia'],
    [BASIC_AUTH.defaultDecision, 'string', 'maintain', 'australia'],
    [BASIC_AUTH.allowedRoles, 'string', BASIC_AUTH_ROLE, 'australia'],
    [BASIC_AUTH.allowedUsers, 'string', '', 'australia'],
    [BASIC_AUTH.allowExternal, 'boolean', 'true', 'australia'],
    [BASIC_AUTH.allowWebServiceOnly, 'boolean', 'true', 'australia'],
    // DOCS sc-enforce-password-reset-on-api-requests: default true, fallback false.
    ['glide.authenticate.api.user.reset_password.mandatory', 'boolean', 'true', 'brazil'],
    ['glide.hosts.allowlist', 'string', ''],
    ['glide.http.connection_mgr.max_connections', 'integer', '20'],
    ['glide.http.connection_mgr.max_connections_per_host', 'integer', '4'],
    ['glide.rest.global.honor_snc_internal_flag', 'boolean', 'true'],
    ['glide.rest.java.honor_snc_internal_flag', 'boolean', 'true'],
    ['glide.security.use_explicit_roles', 'boolean', 'true'],
    ['glide.security.explicit_roles.do_not_fix', 'boolean', 'false'],
    [
        EXTERNAL_CLASSES,
        'string',
        'csm_consumer_user,customer_contact,sn_csm_service_organization_external_staff',
    ],
    ['glide.security.allow_unauth_roleless_acl', 'boolean', 'false'],
    ['glide.security.use_csrf_token', 'boolean', 'true'],
    // DOCS sc-csrf-enforcement-for-session-authenticated-rest-apis: default true, fallback false.
    ['glide.security.csrf.rest.public_csrf.enabled', 'boolean', 'true', 'brazil'],
    // Documented as true on new instances; whether that breaks the OAuth sign-in of now-sdk 4.9 is unknown.
    ['com.glide.processors.aprocessor.donot_reuse_api_session', 'boolean', 'false', 'australia'],
    // KB2793170.
    ['glide.script.dot_walk.enforce_cross_scope_access_all_tables', 'boolean', 'true', 'zurich'],
    ['glide.script.dot_walk.log_and_allow_violations', 'boolean', 'false', 'zurich'],
    ['glide.rest.sanitize_request_input', 'boolean', 'true'],
    ['com.snc.platform.security.oauth.is.active', 'boolean', 'true'],
    ['com.snc.platform.security.oauth.hours.expired.credential.is.kept', 'integer', '4'],
    ['glide.sys.date_format', 'date_format', 'yyyy-MM-dd'],
    ['glide.sys.time_format', 'time_format', 'HH:mm:ss'],
    // As with the plug-in com.glide.notification.translation, which is optional.
    ['glide.email.outbound.static_translation.enabled', 'boolean', 'true'],
    ['instance_name', 'string', 'local'],
]

/** Adds the properties of a new instance of this release. */
export function seedProperties(store: Store, release: Release): void {
    for (const [name, type, value, since] of PROPERTIES) {
        if (!isFrom(release, since)) continue
        store.insert('sys_properties', { name, type, value, sys_name: name, sys_scope: 'global' })
    }
    // Unique per instance and stored in the database.
    const value = randomUUID().replaceAll('-', '')
    store.insert('sys_properties', {
        name: 'instance_id',
        type: 'string',
        value,
        sys_name: 'instance_id',
        sys_scope: 'global',
    })
}
