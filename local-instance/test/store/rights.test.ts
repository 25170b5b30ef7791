import type { Principal } from '../../src/core/principal'
import type { RecordOperation, Rights } from '../../src/core/rights'
import { createRights } from '../../src/core/store/record-rights'
import { recordId } from '../../src/core/store/record-id'
import { openTestStore, type TestStore } from './open-test-store'
import { schema as platform } from '../../src/plugins/platform/schema'
import { schema as business } from '../../src/plugins/business-data/schema'

let test: TestStore
let rights: Rights
beforeEach(() => {
    test = openTestStore(platform, business)
    rights = createRights(test.store)
})
afterEach(() => test.close())

const who = (...roles: string[]): Principal => ({
    userId: '1',
    userName: 'x',
    roles: new Set(roles),
    by: 'basic',
})
const ADMIN = who('admin', 'snc_internal')
const ITIL = who('itil', 'snc_internal')
const USER = who('snc_internal')
const GUEST = who()

const may = (principal: Principal, table: string) =>
    (['read', 'create', 'write', 'delete'] as RecordOperation[])
        .filter((operation) => rights.can(principal, operation, table))
        .join(' ')

describe('rights by role', () => {
    it.each([
        ['incident', 'read create write delete', 'read create write', 'read', ''],
        ['sn_customerservice_case', 'read create write delete', 'read create write', 'read', ''],
        [
            'sn_bom_financial_service',
            'read create write delete',
            'read create write',
            'read create write',
            '',
        ],
        ['customer_contact', 'read create write delete', 'read create write', 'read', ''],
        ['sys_user', 'read create write delete', 'read', 'read', ''],
        ['sys_properties', 'read create write delete', '', '', ''],
        ['local_setup', '', '', '', ''],
        ['nonsense', '', '', '', ''],
    ])('of %s', (table, admin, itil, user, guest) => {
        expect([ADMIN, ITIL, USER, GUEST].map((principal) => may(principal, table))).toEqual([
            admin,
            itil,
            user,
            guest,
        ])
    })

    it('follow the class of the record', () => {
        const row = { sys_class_name: 'sn_bom_financial_service' }
        expect(rights.can(USER, 'write', 'task', undefined, row)).toBe(true)
        expect(rights.can(USER, 'write', 'task', undefined, { sys_class_name: 'incident' })).toBe(false)
    })

    it('include no unknown column', () => {
        expect(rights.can(ADMIN, 'read', 'incident', 'nonsense')).toBe(false)
        expect(rights.can(USER, 'read', 'incident', 'short_description')).toBe(true)
    })
})

describe('access control records', () => {
    const add = (values: Record<string, string>, ...roles: string[]) => {
        const acl =
            test.store.insert('sys_security_acl', { type: 'record', operation: 'read', ...values })[
                'sys_id'
            ] ?? ''
        for (const role of roles) {
            const sysUserRole = recordId('sys_user_role', role)
            test.store.insert('sys_security_acl_role', { sys_security_acl: acl, sys_user_role: sysUserRole })
        }
        return acl
    }

    it('take effect at once, a column’s together with its table’s', () => {
        add({ name: 'task.work_notes' }, 'itil')
        expect(rights.can(ITIL, 'read', 'incident', 'work_notes')).toBe(true)
        expect(rights.can(USER, 'read', 'incident', 'work_notes')).toBe(false)
        add({ name: 'incident.*' }, 'admin')
        expect(rights.can(ITIL, 'read', 'incident', 'category')).toBe(false)
        expect(rights.can(ITIL, 'read', 'problem', 'category')).toBe(true)
    })

    it('suffice if one of several passes', () => {
        add({ name: 'sys_properties' }, 'itil')
        add({ name: 'sys_properties' }, 'web_service_admin')
        expect(may(ITIL, 'sys_properties')).toBe('read')
        expect(may(USER, 'sys_properties')).toBe('')
    })

    it('grant nothing by a script or a condition, since neither is run here', () => {
        add({ name: 'sys_properties', script: 'answer = true', advanced: 'true' })
        add({ name: 'sys_documentation', condition: 'name=x' }, 'itil')
        expect(may(ITIL, 'sys_properties')).toBe('')
        expect(may(ITIL, 'sys_documentation')).toBe('')
        expect(rights.can(ADMIN, 'read', 'sys_properties')).toBe(true)
    })

    it('deny unless they pass, and grant nothing by that', () => {
        add({ name: 'incident', decision_type: 'deny' }, 'itil')
        expect(rights.can(USER, 'read', 'incident')).toBe(false)
        expect(rights.can(ITIL, 'read', 'incident')).toBe(true)
        add({ name: 'sys_documentation', decision_type: 'deny' }, 'itil')
        expect(rights.can(ITIL, 'read', 'sys_documentation')).toBe(false)
    })

    it('may exclude admin', () => {
        add({ name: 'sys_documentation', admin_overrides: 'false' }, 'security_admin')
        expect(rights.can(ADMIN, 'read', 'sys_documentation')).toBe(false)
    })

    it('apply only while active, and grant nothing when their role was deleted', () => {
        const acl = add({ name: 'sys_documentation' }, 'itil')
        test.store.update('sys_security_acl', acl, { active: 'false' })
        expect(may(ITIL, 'sys_documentation')).toBe('')
        test.store.update('sys_security_acl', acl, { active: 'true' })
        expect(may(ITIL, 'sys_documentation')).toBe('read')
        test.store.delete('sys_user_role', recordId('sys_user_role', 'itil'))
        expect(may(USER, 'sys_documentation')).toBe('')
    })
})
