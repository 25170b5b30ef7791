import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { Row } from '../../core/store/types'
import { scopeName } from './scope-name'

/** A request that ACLs of type REST_Endpoint decide on. */
export interface AclRequest {
    user: Principal
    /** The caller's address. */
    clientIp: string
}

/** What a look at ACLs found, and what it cost. */
export interface AclVerdict {
    allowed: boolean
    /** SQL statements that ACL scripts ran. */
    statements: number
}

/** sys_ids of the platform's own security attributes (SDK sdk-core/src/app/Acl.ts). */
const USER_IS_AUTHENTICATED = '239bdf0c47d23110ba46ff58936d4330'
const HAS_ADMIN_ROLE = '8637f144b732111074f706dd1e11a981'

/** ACLs of type REST_Endpoint: those that operations name, and those that are tied to a path. */
export interface EndpointAcls {
    /**
     * The ACLs that an operation or its API names: any one suffices, but each "Deny Unless" must pass
     * (DOCS t_WbSvcRqACL). Nobody passes where none of those named is active.
     */
    anyOf(sysIds: string[], request: AclRequest): Promise<AclVerdict>
    /**
     * Path-based ACLs: operation `http_post` and so on, name the resource path. All must pass, whoever asks
     * (DOCS add-a-path-based-acl-for-a-scripted-rest-api, from release Australia).
     */
    ofPath(method: string, uris: string[], request: AclRequest): Promise<AclVerdict>
}

/** The ACLs of an instance. */
export function createEndpointAcls(host: Host): EndpointAcls {
    const { store, settings } = host

    async function passes(acl: Row, request: AclRequest, verdict: AclVerdict): Promise<boolean> {
        const { user } = request
        if (acl['admin_overrides'] === '1' && user.roles.has('admin')) return true
        const roles = rolesOf(acl)
        if (roles.length > 0 && !roles.some((role) => user.roles.has(role))) return false
        if (!hasAttribute(acl, user)) return false
        if (acl['advanced'] !== '1' || !acl['script']) return true
        const outcome = await host.scripts.run({
            scope: scopeName(store, acl['sys_scope']),
            source: acl['script'],
            label: `sys_security_acl.${acl['name'] ?? ''}`,
            user,
            clientIp: request.clientIp,
        })
        verdict.statements += outcome.statements
        if (outcome.error) {
            host.log.write('error', 'REST API', `ACL ${acl['name'] ?? ''}: ${outcome.error.message}`)
            return false
        }
        return outcome.answer === true || outcome.answer === 'true'
    }

    function rolesOf(acl: Row): string[] {
        const rows = store.query('sys_security_acl_role', {
            query: `sys_security_acl=${acl['sys_id'] ?? ''}`,
        })
        if (rows.length === 0) return []
        const ids = rows.map((row) => row['sys_user_role'] ?? '').join(',')
        const names = store
            .query('sys_user_role', { query: `sys_idIN${ids}` })
            .map((row) => row['name'] ?? '')
        // A role that is gone still closes the rule.
        return names.length > 0 ? names : ['']
    }

    function hasAttribute(acl: Row, user: Principal): boolean {
        const attribute = acl['security_attribute']
        if (!attribute) return true
        if (attribute === USER_IS_AUTHENTICATED) return user.by !== 'none'
        if (attribute === HAS_ADMIN_ROLE) return user.roles.has('admin')
        return false
    }

    return {
        async anyOf(sysIds, request) {
            const verdict = { allowed: false, statements: 0 }
            const named = store.query('sys_security_acl', {
                query: `active=true^sys_idIN${sysIds.join(',')}`,
            })
            for (const acl of named.filter((row) => row['decision_type'] === 'deny')) {
                if (!(await passes(acl, request, verdict))) return verdict
            }
            const allowing = named.filter((row) => row['decision_type'] !== 'deny')
            verdict.allowed = named.length > 0 && allowing.length === 0
            for (const acl of allowing) {
                if (verdict.allowed) break
                verdict.allowed = await passes(acl, request, verdict)
            }
            return verdict
        },
        async ofPath(method, uris, request) {
            const verdict = { allowed: true, statements: 0 }
            if (settings.release !== 'australia') return verdict
            const verb = method === 'HEAD' ? 'get' : method.toLowerCase()
            const acls = store
                .query('sys_security_acl', { query: `active=true^operation=http_${verb}` })
                .filter((acl) => acl['type'] === 'REST_Endpoint' && uris.includes(acl['name'] ?? ''))
            for (const acl of acls) {
                if (!verdict.allowed) break
                verdict.allowed = await passes(acl, request, verdict)
            }
            return verdict
        },
    }
}
