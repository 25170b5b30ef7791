import { meetsRoles } from '../../core/explicit-roles'
import type { Principal } from '../../core/principal'
import type { Row, Store } from '../../core/store/types'

/**
 * Whether a user may open a page: access controls of type `ui_page`, operation read, by the page's full name
 * without `.do`; those for `*` if the page has none (DOCS acl-rule-types). A page without any is open to
 * every signed-in user. Rules with a script or a condition admit only users who have their role and override
 * access controls, since neither is evaluated here.
 */
export function mayOpen(store: Store, user: Principal, endpoint: string): boolean {
    const rules = rulesFor(store, endpoint.replace(/\.do$/, ''))
    const [denying, allowing] = [true, false].map((deny) =>
        rules.filter((rule) => (rule['decision_type'] === 'deny') === deny)
    ) as [Row[], Row[]]
    const passes = (rule: Row) => {
        if (rule['admin_overrides'] === '1' && user.roles.has('admin')) return true
        if (rule['script']?.trim() || rule['condition']) return false
        return meetsRoles(store, user, rolesOf(store, rule))
    }
    return denying.every(passes) && (allowing.length === 0 || allowing.some(passes))
}

function rulesFor(store: Store, name: string): Row[] {
    const rules = store
        .query('sys_security_acl', { query: 'active=true^type=ui_page' })
        .filter((rule) => operationOf(store, rule) === 'read')
    const own = rules.filter((rule) => rule['name'] === name)
    return own.length > 0 ? own : rules.filter((rule) => rule['name'] === '*')
}

/** The column is a reference whose older records hold the name. */
function operationOf(store: Store, { operation }: Row): string {
    return store.get('sys_security_operation', operation ?? '')?.['name'] ?? operation ?? ''
}

function rolesOf(store: Store, rule: Row): string[] {
    const links = store.query('sys_security_acl_role', { query: `sys_security_acl=${rule['sys_id'] ?? ''}` })
    // A deleted role gives no user access.
    return links.map((link) => store.get('sys_user_role', link['sys_user_role'] ?? '')?.['name'] ?? '-')
}
