import { meetsRoles } from '../explicit-roles'
import type { Principal } from '../principal'
import type { RecordOperation, Rights } from '../rights'
import type { Row, Store } from './types'

/**
 * Tables whose records inherit the access rights of the parent record that these columns name (DOCS
 * c_AttachmentAPI "role requirements"). A read check on the table needs no parent record; creating a record
 * does.
 */
const BELONGS_TO: Record<string, { table: string; sysId: string }> = {
    sys_attachment: { table: 'table_name', sysId: 'table_sys_id' },
}

interface Acl {
    roles: string[]
    /** Whether a rule has a script or a condition, which role checks cannot evaluate. */
    conditional: boolean
    adminOverrides: boolean
    deny: boolean
}

/**
 * Evaluates the roles of `sys_security_acl` rules (DOCS: access control list rules). Evaluation is strict: a
 * rule with a script or a condition grants access to admin only, since neither is evaluated here; a "deny
 * unless" rule with one denies access.
 */
export function createRights(store: Store): Rights {
    let version: number | undefined
    let acls = new Map<string, Acl[]>()

    const refresh = () => {
        const now = store.metadataVersion()
        if (version === now) return
        acls = loadAcls(store)
        version = now
    }

    /** The rules of the most specific name that has any. */
    const rulesOf = (operation: RecordOperation, names: string[]): Acl[] | undefined => {
        for (const name of names) {
            const found = acls.get(`${name}:${operation}`)
            if (found) return found
        }
        return undefined
    }

    const can: Rights['can'] = (principal, operation, name, column, row) => {
        refresh()
        const asked = store.dictionary.table(name)
        if (!asked || asked.hidden) return false
        const className = row?.['sys_class_name']
        const table =
            className && asked.descendants.includes(className)
                ? (store.dictionary.table(className) ?? asked)
                : asked
        if (column !== undefined && !table.columns.has(column)) return false
        if (!ownerAllows(principal, operation, { name, row })) return false
        const rules = rulesOf(operation, [...table.lineage, '*'])
        if (!rules) return principal.roles.has('admin')
        if (!passes(store, principal, rules)) return false
        if (column === undefined) return true
        const fieldRules = rulesOf(operation, [
            ...table.lineage.map((parent) => `${parent}.${column}`),
            ...table.lineage.map((parent) => `${parent}.*`),
            `*.${column}`,
            '*.*',
        ])
        return !fieldRules || passes(store, principal, fieldRules)
    }

    /** Whether the parent record permits this operation; without a parent only `admin` has access. */
    const ownerAllows = (
        principal: Principal,
        operation: RecordOperation,
        { name, row }: { name: string; row: Row | undefined }
    ): boolean => {
        const belongsTo = BELONGS_TO[name]
        if (!belongsTo || principal.roles.has('admin')) return true
        if (!row) return operation !== 'create'
        const owner = store.dictionary.table(row[belongsTo.table] ?? '')
        // Prevents endless recursion for an attachment of an attachment.
        if (!owner || owner.hidden || owner.name in BELONGS_TO) return false
        const record = store.get(owner.name, row[belongsTo.sysId] ?? '')
        if (!record || !can(principal, 'read', owner.name, undefined, record)) return false
        return operation === 'read' || can(principal, 'write', owner.name, undefined, record)
    }

    return { can }
}

function passes(store: Store, principal: Principal, rules: Acl[]): boolean {
    const met = (acl: Acl): boolean => {
        if (acl.adminOverrides && principal.roles.has('admin')) return true
        if (acl.conditional) return false
        return meetsRoles(store, principal, acl.roles)
    }
    if (!rules.filter((acl) => acl.deny).every(met)) return false
    const allowing = rules.filter((acl) => !acl.deny)
    return allowing.length === 0 ? principal.roles.has('admin') : allowing.some(met)
}

function loadAcls(store: Store): Map<string, Acl[]> {
    const roleNames = new Map(
        store.query('sys_user_role', { columns: ['name'] }).map((row) => [row['sys_id'], row['name']])
    )
    const rolesOf = new Map<string, string[]>()
    for (const link of store.query('sys_security_acl_role', {
        columns: ['sys_security_acl', 'sys_user_role'],
    })) {
        const acl = link['sys_security_acl'] ?? ''
        // A deleted role must not make the rule pass for everyone.
        const role = roleNames.get(link['sys_user_role'] ?? null) ?? '-'
        rolesOf.set(acl, [...(rolesOf.get(acl) ?? []), role])
    }
    const acls = new Map<string, Acl[]>()
    for (const row of store.query('sys_security_acl', { query: 'type=record^active=true' })) {
        const key = `${row['name']}:${row['operation']}`
        const acl: Acl = {
            roles: rolesOf.get(row['sys_id'] ?? '') ?? [],
            conditional: Boolean(row['script']?.trim()) || Boolean(row['condition']),
            adminOverrides: row['admin_overrides'] === '1',
            deny: row['decision_type'] === 'deny',
        }
        acls.set(key, [...(acls.get(key) ?? []), acl])
    }
    return acls
}
