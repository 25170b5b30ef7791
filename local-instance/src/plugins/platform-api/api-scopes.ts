import type { FastifyRequest } from 'fastify'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { effectiveMethod } from '../../core/rest/http-method'
import type { Row, Store } from '../../core/store/types'
import { createRoutes, type Routes } from '../scripted-rest/routes'

/** Disables the check (DOCS rest-api-auth_scope-properties). */
const ENABLED = 'com.glide.rest.api.auth.scope.check.enable'
/** sys_id of the scope that covers every API. */
const USER_ACCOUNT = 'glide.oauth.token.scope.useraccount'

const routesOf = new WeakMap<Store, Routes>()

/**
 * Whether the token's client lacks the scope for the API of a request. An API without a scope is open to
 * every unrestricted client; an API with scopes requires one of them; a restricted client may call only the
 * APIs of its scopes (DOCS rest-api-auth-scope, rest-api-scope-troubleshooting). Read from the registration
 * at each request, so a change applies to tokens already issued. Basic authentication and sessions are not
 * affected.
 */
export function lacksApiScope({ store }: Host, user: Principal, request: FastifyRequest): boolean {
    if (user.oauthEntity === undefined || store.property(ENABLED) === 'false') return false
    const entity = store.get('oauth_entity', user.oauthEntity)
    const isRestricted = entity?.['scope_restriction_status'] === 'restricted'
    const covering = scopesOf(store, request)
    if (covering.length === 0 && !isRestricted) return false
    const held = store
        .query('oauth_entity_auth_scope_mapping', { query: `oauth_entity=${user.oauthEntity}` })
        .map((row) => row['auth_scope'] ?? '')
    const coversAll = store.property(USER_ACCOUNT)
    return !held.some((scope) => scope === coversAll || covering.includes(scope))
}

/** Scopes that cover the API and method of a request. */
function scopesOf(store: Store, request: FastifyRequest): string[] {
    let routes = routesOf.get(store)
    if (!routes) routesOf.set(store, (routes = createRoutes(store)))
    const api = routes.apiOf(request.url)
    if (!api) return []
    return store
        .query('sys_api_access_scope', { query: `api=${api.sysId}` })
        .filter((row) => isForMethod(row, effectiveMethod(request)))
        .map((row) => row['auth_scope'] ?? '')
}

function isForMethod(row: Row, method: string): boolean {
    return row['apply_all_methods'] === '1' || row['http_method']?.toUpperCase() === method
}
