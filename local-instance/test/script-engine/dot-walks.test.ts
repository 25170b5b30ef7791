import { addApp, addPrivilege, startScriptInstance, type ScriptInstance } from './script-instance'

const ENFORCED = 'glide.script.dot_walk.enforce_cross_scope_access_all_tables'
const LOG_ONLY = 'glide.script.dot_walk.log_and_allow_violations'

let instance: ScriptInstance
const ids: Record<string, string> = {}
beforeEach(() => {
    instance = startScriptInstance()
    const { store } = instance
    for (const [scope, tracking] of [
        ['x_track', 'permissive'],
        ['x_force', 'enforcing'],
    ] as const) {
        ids[scope] = addApp(store, scope, tracking)
    }
    const reference = (name: string, table: string) => ({
        name,
        type: 'reference',
        reference: table,
        maxLength: 32,
    })
    store.define({
        name: 'u_owner',
        label: 'Owner',
        columns: [{ name: 'word', type: 'string', maxLength: 40 }],
    })
    store.define({ name: 'u_part', label: 'Part', columns: [reference('owner', 'u_owner')] })
    const owner = store.insert('u_owner', { word: 'reached' })['sys_id'] ?? ''
    const part = store.insert('u_part', { owner })['sys_id'] ?? ''
    for (const scope of ['x_track', 'x_force']) {
        store.define({
            name: `${scope}_own`,
            label: 'Own',
            scope,
            columns: [reference('part', 'u_part')],
        })
        store.insert(`${scope}_own`, { part })
    }
})
afterEach(() => instance.close())

const run = (scope: string, expression: string) =>
    instance.result(
        `(function () { const r = new GlideRecord('${scope}_own'); r.query(); r.next();
         try { return String(${expression}) } catch (e) { return 'refused: ' + e.message } })()`,
        { scope }
    )
const noted = (scope: string) =>
    instance.store
        .query('sys_scope_privilege', { query: `source_scope=${ids[scope]}^ORDERBYtarget_name` })
        .map((row) => [row['target_name'], row['operation'], row['status']])
const set = (name: string, value: string) =>
    instance.store.updateMultiple('sys_properties', `name=${name}`, { value })

it.each(["r.getElement('part.owner.word')", 'r.part.owner.word', 'r.part.owner.word.getDisplayValue()'])(
    '%s requires a privilege for each table on the path',
    async (walk) => {
        expect(await run('x_force', walk)).toMatch(/^refused: Read operation on table 'u_part'/)
        expect(noted('x_force')).toEqual([['u_part', 'read', 'requested']])
        addPrivilege(instance.store, { source_scope: ids['x_force'] ?? '', target_name: 'u_part' })
        expect(await run('x_force', walk)).toMatch(/^refused: Read operation on table 'u_owner'/)
        addPrivilege(instance.store, { source_scope: ids['x_force'] ?? '', target_name: 'u_owner' })
        expect(await run('x_force', walk)).toBe('reached')
    }
)

it('if access is only tracked, it is allowed and recorded', async () => {
    expect(await run('x_track', "r.getElement('part.owner.word')")).toBe('reached')
    expect(noted('x_track')).toEqual([
        ['u_owner', 'read', 'allowed'],
        ['u_part', 'read', 'allowed'],
    ])
})

it('a table of the own scope and the reference itself require none', async () => {
    expect(await run('x_force', "r.getElement('part')")).toMatch(/^[0-9a-f]{32}$/)
    expect(await run('x_force', 'r.part.getDisplayValue()')).not.toMatch(/refused/)
    expect(noted('x_force')).toEqual([])
})

it.each([
    ['the property is false', () => set(ENFORCED, 'false')],
    ['the property is absent', () => instance.store.deleteMultiple('sys_properties', `name=${ENFORCED}`)],
    ['violations are only logged', () => set(LOG_ONLY, 'true')],
    [
        'the tables opt out',
        () =>
            instance.store.updateMultiple('sys_dictionary', 'nameINu_part,u_owner^elementISEMPTY', {
                attributes: 'x=1,enforce_dot_walk_cross_scope_access=false',
            }),
    ],
])('it is allowed if %s', async (what, change) => {
    change()
    expect(await run('x_force', "r.getElement('part.owner.word')")).toBe('reached')
    const lines = instance.store.count('syslog', { query: 'messageSTARTSWITHDot-walk allowed: ' })
    expect(lines).toBe(what === 'violations are only logged' ? 2 : 0)
})

it('getRefRecord() always requires the privilege', async () => {
    set(ENFORCED, 'false')
    expect(await run('x_force', 'r.part.getRefRecord().isValidRecord()')).toMatch(
        /^refused: Read operation on table 'u_part'/
    )
    addPrivilege(instance.store, { source_scope: ids['x_force'] ?? '', target_name: 'u_part' })
    expect(await run('x_force', 'r.part.getRefRecord().isValidRecord()')).toBe('true')
})
