import { SCOPE, id, pack } from './app'
import { basic, startInstance, type DeploymentInstance } from './instance'
import { RULES_AND_ACTIONS, THING } from './zoo-rules'

let instance: DeploymentInstance
let installed: { progress: string; message: string }

beforeAll(async () => {
    instance = await startInstance()
    installed = await instance.deploy(pack(RULES_AND_ACTIONS))
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const local = async (path: string, body: unknown) => {
    const response = await fetch(`${instance.url}/local${path}`, {
        method: 'POST',
        headers: { authorization: basic(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
    })
    return (await response.json()) as { result: never; error?: unknown }
}
const evaluate = async (source: string) => {
    const { result, error } = await local('/script', { scope: SCOPE, script: source })
    expect(error).toBeUndefined()
    return result as string
}

it('installs business rules and UI actions, without running the rules on the application’s own records', () => {
    expect(installed).toMatchObject({ progress: '2' })
    expect(instance.host.store.first(THING, 'name=bad')?.['sys_id']).toBe(id('a bad thing'))
})

it('runs the module function of a business rule, as built by the SDK', async () => {
    await expect(instance.table('POST', THING, { name: 'bad' })).rejects.toThrow(
        `Operation against file '${THING}' was aborted by Business Rule 'Check thing^${id('Check thing')}'`
    )
    const { sys_id } = await instance.table('POST', THING, { name: 'good' })
    await expect(instance.table('PATCH', `${THING}/${sys_id}`, { name: 'bad' })).rejects.toThrow('403')
    expect(await instance.rows(THING, 'name=good')).toHaveLength(1)
})

it('runs that of a UI action too', async () => {
    const { sys_id } = await instance.table('POST', THING, { name: 'good' })
    const press = (user: string) =>
        local('/ui-actions/run', { name: 'Refresh thing', table: THING, sys_id, user })
    expect(await press('admin')).toEqual({
        result: { shown: true, redirect: null, messages: [{ type: 'info', text: 'Refreshed good' }] },
    })
    expect(await press('abel.tuter')).toMatchObject({ result: { shown: false } })
    await instance.table('PATCH', `${THING}/${sys_id}`, { state: 'shut' })
    expect(await press('admin')).toMatchObject({ result: { shown: false } })
})

it('enforces unique keys, including those with several columns', async () => {
    const add = (values: Record<string, string>) => instance.table('POST', THING, { name: 'x', ...values })
    await add({ token: 't', table: 'incident', doc: 'd' })
    await expect(add({ token: 't' })).rejects.toThrow('403')
    await expect(add({ table: 'incident', doc: 'd' })).rejects.toThrow('403')
    await add({ table: 'incident', doc: 'e' })
    // Rows without a value in a key do not conflict.
    await add({ table: 'incident' })
    await add({ table: 'incident' })
    expect(await instance.rows(THING, 'name=x')).toHaveLength(4)
    expect(await instance.rows('sys_index', `logical_table_name=${THING}^unique_index=true`)).toHaveLength(1)
})

it('returns values and display values of its columns', async () => {
    const beth = instance.host.store.first('sys_user', 'user_name=beth.anglin')?.['sys_id'] ?? ''
    const team = instance.host.store.insert('sys_user_group', { name: 'Zoo keepers' })['sys_id'] ?? ''
    const values = {
        name: 'x',
        table: 'incident',
        condition: 'active=true^EQ',
        field: 'caller_id',
        due: '2026-11-22 10:00:00',
        doc: id('d'),
    }
    const { sys_id } = await instance.table('POST', THING, { ...values, owner: beth, team })
    const shown = await instance.table<Record<string, { value: string; display_value: string }>>(
        'GET',
        `${THING}/${sys_id}?sysparm_display_value=all`
    )
    for (const [name, value] of Object.entries(values)) expect(shown[name]?.value).toBe(value)
    expect(shown).toMatchObject({
        owner: { value: beth, display_value: 'Beth Anglin' },
        team: { value: team, display_value: 'Zoo keepers' },
        state: { value: 'open', display_value: 'Open' },
        lead: { value: '300' },
        active: { value: 'true' },
    })
    expect(
        await evaluate(`var gr = new GlideRecord('${THING}'); gr.get('${sys_id}');
            [gr.owner.name, gr.owner.getReferenceTable(), gr.getElement('owner.user_name'), gr.isValidField('team'),
                gr.isValidField('no_field'), gr.getElement('no_field') === undefined, gr.getElement('owner.no_field') === undefined,
                gr.due.getED().getInternalType(), gr.field.getED().getInternalType(), gr.doc.getED().getInternalType(),
                new GlideRecord('no_table').isValid(), gs.tableExists('${THING}'), gs.tableExists('no_table'),
                gr.isValidEncodedQuery('nme=x'), gr.isValidEncodedQuery('owner.name=x')].join(' ')`)
    ).toBe(
        `Beth Anglin sys_user beth.anglin true false true true glide_date_time field_name document_id false true false false true`
    )
})

describe('deleting a referenced record', () => {
    const person = () =>
        instance.host.store.insert('sys_user', { user_name: 'gone', name: 'Gone' })['sys_id'] ?? ''

    it('deletes records whose column cascades, and clears the other references', async () => {
        const [owner, team] = [
            person(),
            instance.host.store.insert('sys_user_group', { name: 'Team' })['sys_id'] ?? '',
        ]
        await instance.table('POST', THING, { name: 'owned', owner })
        await instance.table('POST', THING, { name: 'teamed', team })
        await instance.table('DELETE', `sys_user/${owner}`)
        await instance.table('DELETE', `sys_user_group/${team}`)
        expect(await instance.rows(THING, 'name=owned')).toEqual([])
        expect((await instance.rows(THING, 'name=teamed'))[0]?.['team']).toBe('')
    })

    it('is rejected if a column restricts it', async () => {
        const keeper = person()
        await instance.table('POST', THING, { name: 'kept', keeper })
        await expect(instance.table('DELETE', `sys_user/${keeper}`)).rejects.toThrow('403')
        expect(await instance.rows('sys_user', `sys_id=${keeper}`)).toHaveLength(1)
    })
})
