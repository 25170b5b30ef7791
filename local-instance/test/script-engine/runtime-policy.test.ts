import { addApp, addPrivilege, addTable, startScriptInstance, type ScriptInstance } from './script-instance'

const APP = 'x_policy'
const READ = `(function () { try { const r = new GlideRecord('u_ledger'); r.query(); return r.next() ? r.getValue('word') : 'none' } catch (e) { return 'refused' } })()`
const SEND =
    "(function () { try { new sn_ws.RESTMessageV2().setEndpoint('http://x'); return 'used' } catch (e) { return 'refused' } })()"

let instance: ScriptInstance
let application: string
beforeAll(() => {
    instance = startScriptInstance()
    application = addApp(instance.store, APP, 'permissive')
    addTable(instance.store, 'u_ledger')
    instance.store.insert('u_ledger', { word: 'balance' })
    instance.store.snapshot()
})
afterEach(() => instance.store.restore())
afterAll(() => instance.close())

const setMode = (application_runtime_policy: string) =>
    instance.store.update('sys_app', application, { application_runtime_policy })
const open = (values: Record<string, string>) =>
    instance.store.insert('sys_arp_segment_policy', { sys_scope: application, ...values })
const read = () => instance.result(READ, { scope: APP })
const notes = () =>
    instance.store
        .query('sys_scope_privilege', { query: `source_scope=${application}^target_name=u_ledger` })
        .map(({ status }) => status)

describe('a table that the application did not declare', () => {
    it('is readable and recorded as allowed while the policy tracks', async () => {
        setMode('tracking')
        expect([await read(), notes()]).toEqual(['balance', ['allowed']])
    })

    it('is denied and recorded as requested while it enforces, until it is allowed', async () => {
        setMode('enforcing')
        expect([await read(), notes()]).toEqual(['refused', ['requested']])
        instance.store.updateMultiple('sys_scope_privilege', 'target_name=u_ledger', { status: 'allowed' })
        expect(await read()).toBe('balance')
    })

    it('is readable without a record if a segment policy opens records', async () => {
        setMode('enforcing')
        open({ arp_record: '1' })
        expect([await read(), notes()]).toEqual(['balance', []])
    })

    it.each([
        ['is inactive', { arp_record: '1', active: '0' }],
        ['opens scripts', { arp_script: '1', arp_script_wildcard: 'sys_script_include,scriptable' }],
    ])('stays denied if the segment policy %s', async (_how, values) => {
        setMode('enforcing')
        open(values)
        expect(await read()).toBe('refused')
    })

    it('stays denied by a denied privilege, regardless of a segment policy', async () => {
        addPrivilege(instance.store, { source_scope: application, target_name: 'u_ledger', status: 'denied' })
        setMode('enforcing')
        open({ arp_record: '1' })
        expect(await read()).toBe('refused')
    })

    it('is denied without a record in a store application', async () => {
        const row = instance.store.insert('sys_store_app', {
            scope: 'x_store',
            name: 'Store',
            runtime_access_tracking: 'enforcing',
            application_runtime_policy: 'enforcing',
        })
        expect(await instance.result(READ, { scope: 'x_store' })).toBe('refused')
        const query = `source_scope=${row['sys_id']}^target_name=u_ledger`
        expect(instance.store.query('sys_scope_privilege', { query })).toEqual([])
    })
})

it('undeclared scriptable objects are denied, unless a segment policy opens them', async () => {
    setMode('enforcing')
    expect(await instance.result(SEND, { scope: APP })).toBe('refused')
    open({ arp_script: '1', arp_script_wildcard: 'scriptable' })
    expect(await instance.result(SEND, { scope: APP })).toBe('used')
})
