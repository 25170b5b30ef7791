import { createHash } from 'node:crypto'
import { createPrincipals } from '../../src/core/principals'
import { hashPassword, isPasswordHash, verifyPassword } from '../../src/plugins/platform/passwords'
import { schema as business } from '../../src/plugins/business-data/schema'
import { schema as platform } from '../../src/plugins/platform/schema'
import { openTestStore, type TestStore } from './open-test-store'

const ABEL = '62826bf03710200044e0bfc8bcbe5df1'

let test: TestStore
beforeAll(() => {
    test = openTestStore(platform, business)
})
afterAll(() => test.close())

describe('users', () => {
    it.each([
        ['6816f79cc0a8016401c5a33be04be441', 'admin', ['admin', 'snc_internal']],
        [
            '46d44a23a9fe19810012d100cca80666',
            'beth.anglin',
            ['itil', 'snc_internal', 'snc_platform_rest_api_access'],
        ],
        [ABEL, 'abel.tuter', ['snc_internal']],
    ])('%s is %s with the right roles', (sysId, userName, roles) => {
        const principal = createPrincipals(test.store).principalOf(sysId, 'basic')
        expect(principal?.userName).toBe(userName)
        expect([...(principal?.roles ?? [])].sort()).toEqual(roles)
        const stored = test.store.get('sys_user', sysId)?.['user_password']
        expect(verifyPassword(userName, stored)).toBe(true)
        expect(verifyPassword('admin', stored)).toBe(userName === 'admin')
    })

    it('include a guest without roles or password', () => {
        const guest = createPrincipals(test.store).guest()
        expect(guest.userId).not.toBe('')
        expect(test.store.count('sys_user_has_role', { query: `user=${guest.userId}` })).toBe(0)
        expect(test.store.get('sys_user', guest.userId)?.['user_password']).toBeNull()
    })

    it('get their name from its parts, and never store a plain password', () => {
        const { store } = test
        const row = store.insert('sys_user', {
            user_name: 'n',
            first_name: 'New',
            last_name: 'One',
            user_password: 'p w',
        })
        expect(row['name']).toBe('New One')
        expect(JSON.stringify(row)).not.toContain('p w')
        const changed = store.update('sys_user', row['sys_id'] ?? '', {
            last_name: 'Two',
            user_password: 'other',
        })
        expect(changed?.['name']).toBe('New Two')
        expect(verifyPassword('other', changed?.['user_password'])).toBe(true)
        expect(store.displayValue('sys_user', changed ?? {}, 'user_password')).toBe('')
        store.delete('sys_user', row['sys_id'] ?? '')
    })
})

describe('passwords', () => {
    it('differ in their hashes, and only a hash is compared', () => {
        const [one, two] = [hashPassword('secret'), hashPassword('secret')]
        expect(one).not.toBe(two)
        expect(isPasswordHash(one)).toBe(true)
        expect(verifyPassword('secret', one) && verifyPassword('secret', one)).toBe(true)
        expect(verifyPassword('Secret', one)).toBe(false)
        for (const stored of [
            null,
            undefined,
            '',
            'secret',
            createHash('md5').update('secret').digest('hex'),
        ]) {
            expect(verifyPassword('secret', stored)).toBe(false)
        }
    })
})

describe('demo records', () => {
    it('exist for each of the tables', () => {
        const count = (table: string) => test.store.count(table)
        expect(count('incident')).toBe(20)
        expect(count('sn_bom_financial_service')).toBe(10)
        expect(count('sn_customerservice_case')).toBe(20)
        expect(count('customer_contact')).toBe(6)
        expect(count('customer_account')).toBe(4)
    })

    it('match the guide’s samples', () => {
        const { store } = test
        const mine = store.query('sn_customerservice_case', {
            query: `assigned_to=${ABEL}^active=true^ORDERBYDESCsys_updated_on`,
            limit: 30,
        })
        expect(mine.length).toBeGreaterThan(3)
        const times = mine.map((row) => row['sys_updated_on'] ?? '')
        expect(times).toEqual([...times].sort().reverse())
        for (const sysId of ['850057664b874cbdb7ad18d535960380', 'dfa83216971eb110d16bf1d11153af8c']) {
            const row = store.get('sn_bom_financial_service', sysId) ?? {}
            expect(row['task_effective_number']).toMatch(/^CS\d{7}$/)
            expect(store.displayValue('sn_bom_financial_service', row, 'state')).toBe('Open')
        }
    })

    it('have names of contacts, accounts and people', () => {
        const { store } = test
        const [row] = store.query('sn_bom_financial_service', {
            query: 'contact.account.name=Boxeo',
            limit: 1,
        })
        expect(store.displayValue('sn_bom_financial_service', row ?? {}, 'account')).toBe('Boxeo')
        expect(store.count('customer_contact', { query: 'nameLIKEdoyle' })).toBe(1)
        expect(store.count('sys_user', { query: 'nameLIKEdoyle' })).toBe(1)
    })
})

describe('tasks', () => {
    it('close by their state, and open again', () => {
        const { store } = test
        const abel = { userName: 'abel.tuter', reason: 'api' as const }
        const row = store.insert('sn_bom_financial_service', { short_description: 'New case' }, abel)
        expect(row).toMatchObject({
            state: '1',
            active: '1',
            priority: '4',
            task_effective_number: row['number'],
        })
        const closed = store.update('task', row['sys_id'] ?? '', { state: '3' }, abel)
        expect(closed).toMatchObject({ active: '0', closed_at: '2026-11-22 08:00:00', closed_by: ABEL })
        expect(store.update('task', row['sys_id'] ?? '', { state: '10' }, abel)).toMatchObject({
            active: '1',
        })
        store.delete('task', row['sys_id'] ?? '')
    })

    it('derive the priority of an incident from impact and urgency, and mirror its state', () => {
        const { store } = test
        const row = store.insert('incident', { impact: '1', urgency: '2' })
        expect(row).toMatchObject({ priority: '2', incident_state: '1' })
        expect(store.update('incident', row['sys_id'] ?? '', { urgency: '3' })).toMatchObject({
            priority: '3',
        })
        expect(store.update('incident', row['sys_id'] ?? '', { state: '8' })).toMatchObject({
            incident_state: '8',
            active: '0',
        })
        expect(store.update('incident', row['sys_id'] ?? '', { incident_state: '2' })).toMatchObject({
            state: '2',
            active: '1',
        })
        store.delete('incident', row['sys_id'] ?? '')
    })
})

describe('the log', () => {
    it('numbers its entries in the order of writing', () => {
        const { store } = test
        for (const message of ['first', 'second', 'third']) store.insert('syslog', { message, level: '0' })
        const rows = store.query('syslog', { query: 'ORDERBYsequence' })
        expect(rows.map((row) => row['message'])).toEqual(['first', 'second', 'third'])
        expect(store.displayValue('syslog', rows[0] ?? {}, 'level')).toBe('Information')
    })
})
