import { meetsRoles } from '../../core/explicit-roles'
import { keepAllMetadata } from '../../core/metadata-cache'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { isFrom } from '../../core/releases'
import type { Guard } from '../../core/script-host'
import type { Row, Store } from '../../core/store/types'
import { scopeName } from '../../core/store/scope-name'

/** A request to be authorized by ACLs of type REST_Endpoint. */
export interface AclRequest {
    user: Principal
    /** The caller's address. */
    clientIp: string
}

/** Result of an ACL check and its cost. */
export interface AclVerdict {
    allowed: boolean
    /** ACL scripts still to be evaluated; they run in the same job as the guarded script. */
    guards: Guard[]
    /** SQL statements that ACL scripts ran. */
    statements: number
}

/** sys_ids of the platform's own security attributes (SDK sdk-core/src/app/Acl.ts). */
const USER_IS_AUTHENTICATED = '239bdf0c47d23110ba46ff58936d4330'
const HAS_ADMIN_ROLE = '8637f144b732111074f706dd1e11a981'

/** ACLs of type REST_Endpoint: those assigned to operations and path-based ones. */
export interface EndpointAcls {
    /**
     * The ACLs assigned to an operation or its API: any one suffices, but each "Deny Unless" must pass (DOCS
     * t_WbSvcRqACL). If none of them is active, access is denied.
     */
    anyOf(sysIds: string[], request: AclRequest): Promise<AclVerdict>
    /**
     * Path-based ACLs: operation `http_post` etc., with the resource path as name. All must pass, for every
     * user (DOCS add-a-path-based-acl-for-a-scripted-rest-api, from release Australia).
     */
    ofPath(method: string, uris: string[], user: Principal): AclVerdict
}

/** An ACL with its requirements. */
interface EndpointAcl {
    row: Row
    /** Name of the operation; empty if the reference is dangling. */
    operation: string
    /** Names of the roles, one of which is required; empty if no role is required. */
    roles: string[]
    guard: Guard | undefined
}

/** The ACLs of an instance. */
export function createEndpointAcls(host: Host): EndpointAcls {
    const { store, settings } = host
    /** All active ACLs for REST endpoints. */
    const endpointAcls = keepAllMetadata(store, (): EndpointAcl[] =>
        store.query('sys_security_acl', { query: 'active=true^type=REST_Endpoint' }).map((row) => ({
            row,
            operation: store.get('sys_security_operation', row['operation'] ?? '')?.['name'] ?? '',
            roles: rolesOf(row),
            guard: guardOf(row),
        }))
    )

    function rolesOf(acl: Row): string[] {
        const rows = store.query('sys_security_acl_role', {
            query: `sys_security_acl=${acl['sys_id'] ?? ''}`,
        })
        if (rows.length === 0) return []
        const ids = rows.map((row) => row['sys_user_role'] ?? '').join(',')
        const names = store
            .query('sys_user_role', { query: `sys_idIN${ids}` })
            .map((row) => row['name'] ?? '')
        // A deleted role still restricts the rule.
        return names.length > 0 ? names : ['']
    }

    function guardOf(acl: Row): Guard | undefined {
        if (acl['advanced'] !== '1' || !acl['script']) return undefined
        return {
            scope: scopeName(store, acl['sys_scope']),
            source: acl['script'],
            label: `sys_security_acl.${acl['name'] ?? ''}`,
        }
    }

    async function passes(acl: EndpointAcl, request: AclRequest, verdict: AclVerdict): Promise<boolean> {
        const { user, clientIp } = request
        if (isOverridden(acl, user)) return true
        if (!suits(store, acl, user)) return false
        if (!acl.guard) return true
        const outcome = await host.scripts.run({ ...acl.guard, user, clientIp })
        verdict.statements += outcome.statements
        if (outcome.error) {
            host.log.write('error', 'REST API', `${acl.guard.label}: ${outcome.error.message}`)
            return false
        }
        return outcome.answer === true || outcome.answer === 'true'
    }

    return {
        async anyOf(sysIds, request) {
            const verdict: AclVerdict = { allowed: false, guards: [], statements: 0 }
            const named = endpointAcls().filter(({ row }) => sysIds.includes(row['sys_id'] ?? ''))
            const [denying, allowing] = [true, false].map((deny) =>
                named.filter(({ row }) => (row['decision_type'] === 'deny') === deny)
            ) as [EndpointAcl[], EndpointAcl[]]
            for (const acl of denying) {
                if (!(await passes(acl, request, verdict))) return verdict
            }
            verdict.allowed = named.length > 0 && allowing.length === 0
            for (const acl of allowing) {
                if (verdict.allowed) break
                verdict.allowed = await passes(acl, request, verdict)
            }
            return verdict
        },
        ofPath(method, uris, user) {
            const verdict: AclVerdict = { allowed: true, guards: [], statements: 0 }
            if (!isFrom(settings.release, 'australia')) return verdict
            const operation = `http_${method === 'HEAD' ? 'get' : method.toLowerCase()}`
            const asked = endpointAcls().filter(
                (acl) => acl.operation === operation && uris.includes(acl.row['name'] ?? '')
            )
            const binding = asked.filter((acl) => !isOverridden(acl, user))
            verdict.allowed = binding.every(
                (acl) => suits(store, acl, user) && !deniesUnauthenticated(store, acl, user)
            )
            verdict.guards = binding.flatMap(({ guard }) => (guard ? [guard] : []))
            return verdict
        },
    }
}

function isOverridden({ row }: EndpointAcl, user: Principal): boolean {
    return row['admin_overrides'] === '1' && user.roles.has('admin')
}

/**
 * A rule with a script but without a role denies unauthenticated callers, regardless of its script, unless
 * the property allows it (DOCS sc-prevent-unauthenticated-roleless-acl-in-scripted-acls).
 */
function deniesUnauthenticated(store: Store, { roles, guard }: EndpointAcl, user: Principal): boolean {
    if (user.by !== 'none' || roles.length > 0 || !guard) return false
    return store.property('glide.security.allow_unauth_roleless_acl') !== 'true'
}

/** Whether the user has one of the roles and the attribute that the ACL requires. */
function suits(store: Store, { row, roles }: EndpointAcl, user: Principal): boolean {
    if (!meetsRoles(store, user, roles)) return false
    const attribute = row['security_attribute']
    if (!attribute) return true
    if (attribute === USER_IS_AUTHENTICATED) return user.by !== 'none'
    if (attribute === HAS_ADMIN_ROLE) return user.roles.has('admin')
    return false
}
