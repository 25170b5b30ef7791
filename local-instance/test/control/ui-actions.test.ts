import { SCOPE, startInstance, THING, type RulesInstance } from '../script-engine/business-rules/instance'

let instance: RulesInstance
let id: string

beforeAll(async () => {
    instance = await startInstance()
    id = instance.host.store.insert(THING, { name: 'a' })['sys_id'] ?? ''
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const action = (name: string, values: Record<string, string | null>) =>
    instance.host.store.insert('sys_ui_action', {
        name,
        table: THING,
        sys_scope: instance.scopeId,
        form_button: '1',
        ...values,
    })['sys_id'] ?? ''

const press = (name: string, more: Record<string, string> = {}) =>
    instance.local('/ui-actions/run', { name, table: THING, sys_id: id, ...more })

describe('POST /local/ui-actions/run', () => {
    it('runs the script with current and action, and returns redirect and messages', async () => {
        action('Rename', {
            script: `current.name = gs.getUserName() + ' ' + gs.isInteractive(); current.update();
                gs.addInfoMessage('Renamed'); gs.addErrorMessage('Not all'); action.setRedirectURL(current)`,
        })
        expect(await press('Rename', { user: 'beth.anglin' })).toEqual({
            status: 200,
            result: {
                shown: true,
                redirect: `${THING}.do?sys_id=${id}`,
                messages: [
                    { type: 'info', text: 'Renamed' },
                    { type: 'error', text: 'Not all' },
                ],
            },
        })
        expect(instance.names()).toEqual(['beth.anglin true'])
    })

    it('keeps URL, return URL and parameters unchanged', async () => {
        action('Go', {
            script: `action.setReturnURL(current); action.setURLParameter('a', 'b'); action.setNoPop(true);
                gs.addInfoMessage(action.getReturnURL() + ' ' + action.getURLParameter('a') + ' ' + action.getURLParameter('constructor'));
                action.setRedirectURL('/oauth_initiator.do?x=1')`,
        })
        expect(await press('Go')).toMatchObject({
            result: {
                redirect: '/oauth_initiator.do?x=1',
                messages: [{ text: `${THING}.do?sys_id=${id} b null` }],
            },
        })
    })

    it('shows it only if its condition holds, and does not run it otherwise', async () => {
        action('Open', { condition: `current.name == 'a'`, script: '' })
        action('Shut', { condition: `current.name == 'b'`, script: `gs.info('ran')` })
        action('Broken', { condition: 'nothing.there', script: `gs.info('ran')` })
        action('New', { show_update: '0', script: `gs.info('ran')` })
        expect(await press('Open')).toMatchObject({ result: { shown: true, redirect: null, messages: [] } })
        for (const name of ['Shut', 'Broken', 'New'])
            expect(await press(name)).toMatchObject({ status: 200, result: { shown: false } })
        expect(instance.messages()).not.toContain('ran')
    })

    it('requires one of its roles, and read access to the record', async () => {
        const { store } = instance.host
        const itil = store.first('sys_user_role', 'name=itil')?.['sys_id'] ?? ''
        const restricted = action('Work', { script: '' })
        store.insert('sys_ui_action_role', { sys_ui_action: restricted, sys_user_role: itil })
        const shown = async (name: string, user: string, more = {}) =>
            ((await press(name, { user, ...more }))['result'] as { shown: boolean }).shown
        expect(await shown('Work', 'beth.anglin')).toBe(true)
        expect(await shown('Work', 'abel.tuter')).toBe(false)
        expect(await shown('Work', 'admin')).toBe(true)
        action('Anywhere', { table: 'global', script: '' })
        const property = store.insert('sys_properties', { name: 'x', value: 'y' })['sys_id'] ?? ''
        const there = { table: 'sys_properties', sys_id: property }
        expect(await shown('Anywhere', 'abel.tuter')).toBe(true)
        expect(await shown('Anywhere', 'abel.tuter', there)).toBe(false)
        expect(await shown('Anywhere', 'admin', there)).toBe(true)
    })

    it('finds actions of parent tables and of all tables, the most specific first, by name or action name', async () => {
        const { store } = instance.host
        const incident = store.query('incident', { limit: 1 })[0]?.['sys_id'] ?? ''
        action('Where', { table: 'global', sys_scope: null, script: `gs.addInfoMessage('global')` })
        const where = () => press('where_am_i', { table: 'task', sys_id: incident })
        expect(await where()).toMatchObject({ status: 404 })
        action('Task', {
            table: 'task',
            sys_scope: null,
            action_name: 'where_am_i',
            script: `gs.addInfoMessage('task')`,
        })
        expect(await where()).toMatchObject({ result: { messages: [{ text: 'task' }] } })
        expect(await press('Where', { table: 'incident', sys_id: incident })).toMatchObject({
            result: { messages: [{ text: 'global' }] },
        })
    })

    it('runs in the scope of the action', async () => {
        action('Scope', { script: `gs.addInfoMessage(gs.getCurrentScopeName())` })
        expect(await press('Scope')).toMatchObject({ result: { messages: [{ text: SCOPE }] } })
    })

    it('reports errors', async () => {
        action('Throws', { script: `\nthrow new Error('No luck')` })
        action('Client', { client: '1', onclick: 'go()' })
        action('Off', { active: '0' })
        expect(await press('Throws')).toEqual({ status: 422, error: { message: 'No luck', line: 2 } })
        expect(await press('Client')).toMatchObject({ status: 400 })
        expect(await press('Off')).toMatchObject({ status: 404 })
        action('Real', { script: '' })
        expect(await press('Real', { sys_id: '0'.repeat(32) })).toMatchObject({ status: 404 })
        expect(await press('Real', { table: 'no_table' })).toMatchObject({ status: 404 })
        expect(await press('Real', { user: 'who.is.that' })).toMatchObject({ status: 404 })
        expect(await press('Real', { sysid: id })).toMatchObject({ status: 400 })
    })
})
